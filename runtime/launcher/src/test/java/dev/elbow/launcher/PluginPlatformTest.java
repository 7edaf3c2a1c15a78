package dev.elbow.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.launcher.PluginSnapshot.Library;
import dev.elbow.launcher.fixture.Alpha;
import dev.elbow.launcher.fixture.Beta;
import dev.elbow.launcher.fixture.ClassPathUser;
import dev.elbow.launcher.fixture.FixturePrior;
import dev.elbow.launcher.fixture.Helper;
import dev.elbow.launcher.fixture.NeedsHelper;
import dev.elbow.spi.InputException;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.PriorFactory;
import dev.elbow.spi.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginPlatformTest {
  @TempDir Path root;
  private Installation elbow;

  @BeforeEach
  void unpack() {
    elbow = Installation.in(root);
  }

  private static TestJar alpha() {
    return TestJar.bundle("alpha")
        .classes(FixturePrior.class)
        .service(PriorFactory.class, Alpha.class);
  }

  @Test
  void aComponentThatIsAlsoNamedInServicesIsPublishedOnce() {
    elbow.withComponents();
    alpha().component(PriorFactory.class, Alpha.class).write(elbow.bundles(), "alpha.jar");
    elbow.whileRunning(
        snapshot -> {
          assertThat(snapshot.plugins()).singleElement().satisfies(PluginPlatformTest::isAlpha);
          assertThat(snapshot.factories(Role.PRIOR)).containsOnlyKeys("alpha");
        });
  }

  @Test
  void aComponentNeedsNoServiceFile() {
    elbow.withComponents();
    TestJar.bundle("alpha")
        .classes(FixturePrior.class)
        .component(PriorFactory.class, Alpha.class)
        .write(elbow.plugins(), "alpha.jar");
    elbow.whileRunning(
        snapshot ->
            assertThat(snapshot.plugins()).singleElement().satisfies(PluginPlatformTest::isAlpha));
  }

  @Test
  void aServiceFileNeedsNoComponentsAndNoScr() {
    alpha().write(elbow.plugins(), "alpha.jar");
    elbow.whileRunning(
        snapshot ->
            assertThat(snapshot.plugins()).singleElement().satisfies(PluginPlatformTest::isAlpha));
  }

  @Test
  void aFactoryRunsOnTheClassesOfItsJar() {
    alpha().write(elbow.plugins(), "alpha.jar");
    elbow.whileRunning(
        snapshot -> {
          Class<?> type = snapshot.find(Role.PRIOR, "alpha").orElseThrow().factory().getClass();
          assertThat(type.getName()).isEqualTo(Alpha.class.getName());
          assertThat(type).isNotSameAs(Alpha.class);
        });
  }

  private static void isAlpha(PluginRecord plugin) {
    assertThat(plugin.isActive()).as(plugin.reason()).isTrue();
    assertThat(plugin.role()).isEqualTo(Role.PRIOR);
    assertThat(plugin.name()).isEqualTo("alpha");
    assertThat(plugin.version()).isEqualTo("1.2.3");
    assertThat(plugin.bundle()).isEqualTo("alpha");
    assertThat(plugin.jar()).hasFileName("alpha.jar");
    assertThat(plugin.description()).isEqualTo("A prior of the tests");
    assertThat(plugin.factory().optionsType()).isEqualTo(NoOptions.class);
    assertThat(plugin.reason()).isEmpty();
  }

  @Test
  void aPlainJarIsAPluginWithItsOwnVersionAndDigest() throws Exception {
    Path jar =
        TestJar.plain()
            .header("Implementation-Version", "0.3-SNAPSHOT")
            .classes(FixturePrior.class)
            .service(PriorFactory.class, Beta.class)
            .write(elbow.plugins(), "my prior+1.jar");
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
    PluginRecord plugin = elbow.snapshot().find(Role.PRIOR, "beta").orElseThrow();
    assertThat(plugin.version()).isEqualTo("0.3-SNAPSHOT");
    assertThat(plugin.jar()).isEqualTo(jar);
    assertThat(plugin.sha256()).isEqualTo("%064x".formatted(new BigInteger(1, digest)));
  }

  @Test
  void aPlainJarSeesTheJdkAndNd4jAsOnAClassPath() {
    TestJar.plain()
        .classes(FixturePrior.class)
        .service(PriorFactory.class, ClassPathUser.class)
        .write(elbow.plugins(), "user.jar");
    assertThat(elbow.snapshot().active())
        .extracting(PluginRecord::name)
        .containsExactly("xmlfloat");
  }

  @Test
  void aPlainJarMaySayForWhichApiItWasBuilt() {
    TestJar.plain()
        .header("Elbow-Api", "1.0")
        .classes(FixturePrior.class)
        .service(PriorFactory.class, Alpha.class)
        .write(elbow.plugins(), "a.jar");
    assertThat(elbow.snapshot().active()).extracting(PluginRecord::name).containsExactly("alpha");
  }

  @Test
  void aJarMayHoldSeveralFactories() {
    alpha().service(PriorFactory.class, Beta.class).write(elbow.plugins(), "two.jar");
    assertThat(elbow.snapshot().factories(Role.PRIOR)).containsOnlyKeys("alpha", "beta");
  }

  @Test
  void bundledPluginsComeFirstAndEachFolderIsSorted() {
    TestJar.bundle("helped")
        .classes(FixturePrior.class, Helper.class)
        .service(PriorFactory.class, NeedsHelper.class)
        .write(elbow.bundles(), "z.jar");
    alpha().write(elbow.plugins(), "b.jar");
    TestJar.bundle("beta")
        .classes(FixturePrior.class)
        .service(PriorFactory.class, Beta.class)
        .write(elbow.plugins(), "a.jar");
    assertThat(elbow.snapshot().active())
        .extracting(PluginRecord::name)
        .containsExactly("helped-prior", "beta", "alpha");
  }

  @Test
  void theBundlesThatPluginsRunOnAreListedApart() {
    elbow.withComponents();
    PluginSnapshot snapshot = elbow.snapshot();
    assertThat(snapshot.plugins()).isEmpty();
    assertThat(snapshot.libraries())
        .extracting(Library::name)
        .contains("org.apache.felix.scr", "org.osgi.util.promise");
  }

  @Test
  void aDroppedInBundleWhosePackagesAPluginImportsIsALibrary() {
    TestJar.bundle("z.library")
        .header("Export-Package", "library")
        .entry("library/data.txt", "text")
        .write(elbow.plugins(), "z-library.jar");
    alpha()
        .header("Import-Package", "dev.elbow.spi;version=\"[1.0,2)\",library")
        .write(elbow.plugins(), "alpha.jar");
    PluginSnapshot snapshot = elbow.snapshot();
    assertThat(snapshot.libraries()).extracting(Library::name).containsExactly("z.library");
    assertThat(snapshot.plugins()).extracting(PluginRecord::name).containsExactly("alpha");
  }

  @Test
  void aFragmentIsALibraryWhereItsHostIs() {
    alpha().write(elbow.plugins(), "alpha.jar");
    TestJar.bundle("more").header("Fragment-Host", "alpha").write(elbow.plugins(), "more.jar");
    PluginSnapshot snapshot = elbow.snapshot();
    assertThat(snapshot.libraries()).extracting(Library::name).containsExactly("more");
    assertThat(snapshot.failed()).isEmpty();
  }

  @Test
  void aRemovedJarIsGoneAtTheNextStart() throws IOException {
    Path jar = alpha().write(elbow.plugins(), "alpha.jar");
    assertThat(elbow.snapshot().find(Role.PRIOR, "alpha")).isPresent();
    Files.delete(jar);
    assertThat(elbow.snapshot().plugins()).isEmpty();
  }

  @Test
  void closingRemovesTheTemporaryFolder() {
    TestJar.plain()
        .classes(FixturePrior.class)
        .service(PriorFactory.class, Alpha.class)
        .write(elbow.plugins(), "alpha.jar");
    Path folder;
    try (PluginPlatform platform = PluginPlatform.start(elbow.bundles(), elbow.plugins())) {
      folder = platform.temporaryFolder();
      assertThat(folder).isNotEmptyDirectory();
      assertThat(platform.snapshot().active()).hasSize(1);
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void theStandardStreamsStayClean() throws IOException {
    elbow.withComponents();
    alpha()
        .component(PriorFactory.class, dev.elbow.launcher.fixture.ThrowingConstructor.class)
        .write(elbow.plugins(), "alpha.jar");
    Files.writeString(elbow.plugins().resolve("broken.jar"), "no zip");
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream capture = new PrintStream(written, true, StandardCharsets.UTF_8);
    PrintStream out = System.out;
    PrintStream err = System.err;
    System.setOut(capture);
    System.setErr(capture);
    try {
      assertThat(elbow.snapshot().failed()).hasSize(2);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void thePluginsFolderMayBeMissing() throws IOException {
    Files.delete(elbow.plugins());
    assertThat(elbow.snapshot().plugins()).isEmpty();
  }

  @Test
  void theBundlesFolderMayNot() throws IOException {
    Files.delete(elbow.bundles());
    assertThatThrownBy(elbow::snapshot)
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("PLUGIN-NO-BUNDLES", "bundles");
  }

  @Test
  void whatIsNoJarByNameIsLeftAlone() throws IOException {
    Files.writeString(elbow.plugins().resolve("README.txt"), "Put jars here");
    Files.writeString(elbow.plugins().resolve("._alpha.jar"), "a file manager's notes");
    Files.createDirectory(elbow.plugins().resolve("old.jar"));
    assertThat(elbow.snapshot().plugins()).isEmpty();
  }
}
