package dev.elbow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.launcher.fixture.Alpha;
import dev.elbow.launcher.fixture.AlphaAgain;
import dev.elbow.launcher.fixture.BadName;
import dev.elbow.launcher.fixture.Beta;
import dev.elbow.launcher.fixture.FixturePrior;
import dev.elbow.launcher.fixture.LibraryUser;
import dev.elbow.launcher.fixture.NeedsHelper;
import dev.elbow.launcher.fixture.NoPublicConstructor;
import dev.elbow.launcher.fixture.NotAFactory;
import dev.elbow.launcher.fixture.NullOptions;
import dev.elbow.launcher.fixture.OptionsNotRecord;
import dev.elbow.launcher.fixture.ThrowingConstructor;
import dev.elbow.launcher.fixture.ThrowingName;
import dev.elbow.spi.PriorFactory;
import dev.elbow.spi.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every test has a good plugin beside the bad one, and the good one works. */
class PluginFailureTest {
  private static final String GOOD = "alpha";
  private static final String BAD = "bad.jar";

  @TempDir Path root;
  private Installation elbow;

  @BeforeEach
  void installTheGoodOne() {
    elbow = Installation.in(root);
    bundleWith(Alpha.class, "good").write(elbow.bundles(), "good.jar");
  }

  private static TestJar bundleWith(Class<?> factory, String symbolicName) {
    return TestJar.bundle(symbolicName)
        .classes(FixturePrior.class)
        .service(PriorFactory.class, factory);
  }

  private static TestJar plainWith(Class<?> factory) {
    return TestJar.plain().classes(FixturePrior.class).service(PriorFactory.class, factory);
  }

  /** The one failure, after checking that the good plugin is active. */
  private PluginRecord failure() {
    PluginSnapshot snapshot = elbow.snapshot();
    assertThat(snapshot.find(Role.PRIOR, GOOD)).isPresent();
    assertThat(snapshot.failed()).hasSize(1);
    PluginRecord failed = snapshot.failed().get(0);
    assertThat(failed.reason()).isNotBlank();
    assertThat(failed.fix()).isNotBlank();
    assertThat(failed.factory()).isNull();
    return failed;
  }

  @Test
  void aFileThatIsNoJar() throws IOException {
    Files.writeString(elbow.plugins().resolve(BAD), "this is text");
    PluginRecord failed = failure();
    assertThat(failed.role()).isNull();
    assertThat(failed.name()).isEqualTo(BAD);
    assertThat(failed.sha256()).hasSize(64);
    assertThat(failed.reason()).contains("not a jar, or damaged");
    assertThat(failed.fix()).contains("Copy it again");
  }

  @Test
  void aJarThatWasCutOff() throws IOException {
    Path jar = plainWith(Beta.class).write(elbow.plugins(), BAD);
    byte[] whole = Files.readAllBytes(jar);
    Files.write(jar, Arrays.copyOf(whole, whole.length / 2));
    assertThat(failure().reason()).contains("damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev.elbow.spi", "dev.elbow.spi.option"})
  void aBundleForTheNextApi(String name) {
    bundleWith(Beta.class, "bad")
        .header("Import-Package", name + ";version=\"[2,3)\"")
        .write(elbow.plugins(), BAD);
    PluginRecord failed = failure();
    assertThat(failed.name()).isEqualTo(BAD);
    assertThat(failed.bundle()).isEqualTo("bad");
    assertThat(failed.reason()).isEqualTo("needs Elbow API [2.0,3.0), this Elbow has 1.0");
    assertThat(failed.fix()).contains("newer Elbow");
  }

  @Test
  void aBundleForAnEarlierApi() {
    bundleWith(Beta.class, "bad")
        .header("Import-Package", "dev.elbow.spi;version=\"[0.9,1)\"")
        .write(elbow.plugins(), BAD);
    PluginRecord failed = failure();
    assertThat(failed.reason()).isEqualTo("needs Elbow API [0.9,1.0), this Elbow has 1.0");
    assertThat(failed.fix()).contains("build it again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.0", "1.1"})
  void aPlainJarForALaterApi(String version) {
    plainWith(Beta.class).header("Elbow-Api", version).write(elbow.plugins(), BAD);
    assertThat(failure().reason())
        .startsWith("needs Elbow API [" + version + ",")
        .endsWith("this Elbow has 1.0");
  }

  @Test
  void aPlainJarWhoseApiIsNoVersion() {
    plainWith(Beta.class).header("Elbow-Api", "latest").write(elbow.plugins(), BAD);
    assertThat(failure().reason()).contains("Elbow-Api: latest");
  }

  @Test
  void aMissingImport() {
    bundleWith(Beta.class, "bad")
        .header("Import-Package", "dev.elbow.spi,com.example.matrix;version=\"[3.1,4)\"")
        .write(elbow.plugins(), BAD);
    PluginRecord failed = failure();
    assertThat(failed.reason())
        .isEqualTo("needs the package com.example.matrix [3.1,4.0), which no bundle exports");
    assertThat(failed.fix()).contains("plugins/");
  }

  @Test
  void anImportOfElbowsInside() {
    bundleWith(Beta.class, "bad")
        .header("Import-Package", "dev.elbow.spi,dev.elbow.engine")
        .write(elbow.plugins(), BAD);
    assertThat(failure().reason()).contains("dev.elbow.engine", "no part of Elbow's API");
  }

  @Test
  void anImportOfAnotherNd4j() {
    bundleWith(Beta.class, "bad")
        .header("Import-Package", "org.nd4j.autodiff.samediff;version=2.0")
        .write(elbow.plugins(), BAD);
    assertThat(failure().reason())
        .contains("org.nd4j.autodiff.samediff 2.0 or newer", "ND4J 1.0.0-M2.1");
  }

  @Test
  void anOlderJavaThanTheBundleNeeds() {
    bundleWith(Beta.class, "bad")
        .header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\"")
        .write(elbow.plugins(), BAD);
    assertThat(failure().reason())
        .isEqualTo("needs Java 99, this is Java " + Runtime.version().feature());
  }

  @Test
  void componentsWithoutScr() {
    bundleWith(Beta.class, "bad")
        .header(
            "Require-Capability",
            "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0))\"")
        .write(elbow.plugins(), BAD);
    assertThat(failure().fix()).contains("org.apache.felix.scr");
  }

  @Test
  void aPackageOfAJarThatFailedItself() {
    TestJar.bundle("lib")
        .header("Export-Package", "library")
        .header("Import-Package", "com.example.absent")
        .write(elbow.plugins(), "lib.jar");
    bundleWith(Beta.class, "bad")
        .header("Import-Package", "dev.elbow.spi,library")
        .write(elbow.plugins(), BAD);
    assertThat(elbow.snapshot().failed())
        .filteredOn(failed -> failed.name().equals(BAD))
        .singleElement()
        .satisfies(
            failed ->
                assertThat(failed.reason())
                    .isEqualTo("needs library of plugins/lib.jar, which cannot be used itself"));
  }

  @Test
  void aNameThatIsTaken() {
    bundleWith(AlphaAgain.class, "bad").write(elbow.plugins(), BAD);
    PluginRecord failed = failure();
    assertThat(failed.role()).isEqualTo(Role.PRIOR);
    assertThat(failed.name()).isEqualTo(GOOD);
    assertThat(failed.jar()).hasFileName(BAD);
    assertThat(failed.reason())
        .contains("prior 'alpha'", "plugins/bad.jar", "already by bundles/good.jar");
  }

  @Test
  void theSameBundleTwice() {
    bundleWith(Alpha.class, "good").write(elbow.plugins(), BAD);
    PluginRecord failed = failure();
    assertThat(failed.role()).isNull();
    assertThat(failed.reason()).contains("good 1.2.3", "plugins/bad.jar", "bundles/good.jar");
  }

  @Test
  void aConstructorThatThrows() {
    bundleWith(ThrowingConstructor.class, "bad").write(elbow.plugins(), BAD);
    PluginRecord failed = failure();
    assertThat(failed.role()).isEqualTo(Role.PRIOR);
    assertThat(failed.name()).isEqualTo(BAD);
    assertThat(failed.reason())
        .contains("ThrowingConstructor throws IllegalStateException: no licence file");
  }

  @Test
  void aConstructorOfAComponentThatThrows() {
    elbow.withComponents();
    bundleWith(ThrowingConstructor.class, "bad")
        .component(PriorFactory.class, ThrowingConstructor.class)
        .write(elbow.plugins(), BAD);
    assertThat(failure().reason()).contains("IllegalStateException: no licence file");
  }

  @Test
  void aConstructorOfAComponentWithoutServiceFileThatThrows() {
    elbow.withComponents();
    TestJar.bundle("bad")
        .classes(FixturePrior.class)
        .component(PriorFactory.class, ThrowingConstructor.class)
        .write(elbow.plugins(), BAD);
    assertThat(failure().reason()).contains("IllegalStateException: no licence file");
  }

  @Test
  void aComponentThatWaitsForAService() {
    elbow.withComponents();
    TestJar.bundle("bad")
        .classes(FixturePrior.class)
        .component(
            PriorFactory.class,
            Beta.class,
            "<reference name=\"clock\" interface=\"java.time.Clock\" bind=\"bind\"/>")
        .write(elbow.plugins(), BAD);
    assertThat(failure().reason()).contains("waits for a service", "fixture.Beta");
  }

  @Test
  void aComponentFileThatIsMissing() {
    elbow.withComponents();
    TestJar.bundle("bad")
        .header("Service-Component", "OSGI-INF/absent.xml")
        .write(elbow.plugins(), BAD);
    assertThat(failure().reason()).contains("OSGI-INF/absent.xml", "not in the jar");
  }

  @Test
  void oneBadFactoryDoesNotHideAnotherInTheSameJar() {
    bundleWith(ThrowingConstructor.class, "bad")
        .service(PriorFactory.class, Beta.class)
        .write(elbow.plugins(), BAD);
    PluginSnapshot snapshot = elbow.snapshot();
    assertThat(snapshot.factories(Role.PRIOR)).containsOnlyKeys("alpha", "beta");
    assertThat(snapshot.failed()).hasSize(1);
  }

  @Test
  void aClassThatIsNotInTheJar() {
    bundleWith(NeedsHelper.class, "bad").write(elbow.plugins(), BAD);
    PluginRecord failed = failure();
    assertThat(failed.reason())
        .contains("NeedsHelper.name() needs the class dev.elbow.launcher.fixture.Helper");
    assertThat(failed.fix()).contains("Put the class into the plugin's jar");
  }

  @Test
  void aServiceFileThatNamesAClassThatIsNotThere() {
    TestJar.plain()
        .entry("META-INF/services/dev.elbow.spi.PriorFactory", "# a comment\n\ncom.example.Gone\n")
        .write(elbow.plugins(), BAD);
    assertThat(failure().reason()).isEqualTo("the class com.example.Gone is not in the jar");
  }

  @Test
  void aBundleThatForgotToImportTheApi() {
    TestJar forgetful = bundleWith(Beta.class, "bad").header("Import-Package", "org.slf4j");
    forgetful.write(elbow.plugins(), BAD);
    PluginRecord failed = failure();
    assertThat(failed.reason()).contains("dev.elbow.spi.PriorFactory");
    assertThat(failed.fix()).contains("Import-Package: dev.elbow.spi");
  }

  @Test
  void aBundleWithItsOwnCopyOfTheApi() {
    bundleWith(Beta.class, "bad")
        .header("Import-Package", "org.slf4j")
        .classes(PriorFactory.class, dev.elbow.spi.PartFactory.class, dev.elbow.spi.NoOptions.class)
        .write(elbow.plugins(), BAD);
    PluginRecord failed = failure();
    assertThat(failed.reason()).contains("does not implement", "dev.elbow.spi.PriorFactory");
    assertThat(failed.fix()).contains("keep dev.elbow.spi out of the jar");
  }

  @Test
  void whatIsOnElbowsClassPathIsNotOnThePlugins() {
    bundleWith(LibraryUser.class, "bad").write(elbow.plugins(), BAD);
    assertThat(failure().reason()).contains("org.apache.commons.lang3.StringUtils");
  }

  @Test
  void aClassForALaterJava() {
    plainWith(Beta.class).classOfJava(Beta.class, 99).write(elbow.plugins(), BAD);
    assertThat(failure().reason())
        .contains("compiled for Java 99, this is Java " + Runtime.version().feature());
  }

  @Test
  void aDamagedClass() {
    String entry = Beta.class.getName().replace('.', '/') + ".class";
    plainWith(Beta.class).entry(entry, "no class file").write(elbow.plugins(), BAD);
    assertThat(failure().reason()).contains("cannot be loaded: ClassFormatError");
  }

  @Test
  void aNameThatNoConfigurationCanHold() {
    bundleWith(BadName.class, "bad").write(elbow.plugins(), BAD);
    assertThat(failure().reason()).contains("'My Prior'", "lower-case letters");
  }

  @Test
  void aNameThatThrows() {
    bundleWith(ThrowingName.class, "bad").write(elbow.plugins(), BAD);
    assertThat(failure().reason()).contains("ThrowingName.name() throws", "no name");
  }

  @Test
  void noOptionsType() {
    bundleWith(NullOptions.class, "bad").write(elbow.plugins(), BAD);
    PluginRecord failed = failure();
    assertThat(failed.name()).isEqualTo("null-options");
    assertThat(failed.reason()).contains("options type null, expected a record");
  }

  @Test
  void anOptionsTypeThatIsNoRecord() {
    bundleWith(OptionsNotRecord.class, "bad").write(elbow.plugins(), BAD);
    assertThat(failure().reason()).contains("java.lang.String, expected a record");
  }

  @Test
  void aClassThatIsNoFactory() {
    bundleWith(NotAFactory.class, "bad").write(elbow.plugins(), BAD);
    assertThat(failure().reason()).contains("NotAFactory does not implement");
  }

  @Test
  void aConstructorThatIsNotPublic() {
    bundleWith(NoPublicConstructor.class, "bad").write(elbow.plugins(), BAD);
    assertThat(failure().reason()).contains("public constructor without parameters");
  }

  @Test
  void aPlainJarWithoutAPlugin() {
    TestJar.plain().classes(Beta.class).write(elbow.plugins(), BAD);
    PluginRecord failed = failure();
    assertThat(failed.role()).isNull();
    assertThat(failed.reason()).contains("no plugin in it");
    assertThat(failed.fix()).contains("META-INF/services", "PriorFactory", "DecoderFactory");
  }

  @Test
  void aBundleWithoutAPlugin() {
    TestJar.bundle("bad").classes(Beta.class).write(elbow.plugins(), BAD);
    assertThat(failure().reason()).contains("no plugin in it");
  }

  @Test
  void aFragmentWithoutItsHost() {
    TestJar.bundle("bad").header("Fragment-Host", "absent").write(elbow.plugins(), BAD);
    assertThat(failure().reason()).contains("fragment of the bundle absent");
  }

  @Test
  void aRoleOfAnotherElbow() {
    TestJar.plain()
        .entry("META-INF/services/dev.elbow.spi.SamplerFactory", "com.example.Sampler")
        .write(elbow.plugins(), BAD);
    assertThat(failure().reason())
        .contains("dev.elbow.spi.SamplerFactory", "no role of this Elbow");
  }

  @Test
  void aManifestThatIsNotValid() {
    bundleWith(Beta.class, "bad").header("Bundle-Version", "one").write(elbow.plugins(), BAD);
    assertThat(failure().reason()).contains("manifest is not valid");
  }

  @Test
  void anActivatorThatThrows() {
    bundleWith(Beta.class, "bad")
        .header("Bundle-Activator", "com.example.Gone")
        .write(elbow.plugins(), BAD);
    assertThat(failure().reason()).contains("activator", "com.example.Gone");
  }
}
