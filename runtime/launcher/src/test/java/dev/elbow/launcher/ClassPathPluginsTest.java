package dev.elbow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.launcher.fixture.Alpha;
import dev.elbow.launcher.fixture.AlphaAgain;
import dev.elbow.launcher.fixture.Beta;
import dev.elbow.launcher.fixture.FixturePrior;
import dev.elbow.launcher.fixture.ThrowingConstructor;
import dev.elbow.spi.PriorFactory;
import dev.elbow.spi.Role;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathPluginsTest {
  private static final String SERVICES = "META-INF/services/dev.elbow.spi.PriorFactory";

  @TempDir Path folder;

  /** Sees the API and nothing else of the tests' class path. */
  private static final class ApiOnly extends ClassLoader {
    ApiOnly() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("dev.elbow.spi.") || name.startsWith("org.nd4j.")) {
        return PriorFactory.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }

  private static void withClassPath(Path jar, Consumer<PluginSnapshot> check) throws IOException {
    URL[] urls = {jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, new ApiOnly())) {
      check.accept(PluginSnapshot.ofClassPath(loader));
    }
  }

  @Test
  void findsTheFactoriesOfTheServiceFilesWithTheirJar() throws IOException {
    Path jar =
        TestJar.plain()
            .header("Implementation-Version", "0.7")
            .classes(FixturePrior.class)
            .service(PriorFactory.class, Alpha.class)
            .write(folder, "priors.jar");
    withClassPath(
        jar,
        snapshot -> {
          PluginRecord plugin = snapshot.find(Role.PRIOR, "alpha").orElseThrow();
          assertThat(plugin.jar()).isEqualTo(jar);
          assertThat(plugin.version()).isEqualTo("0.7");
          assertThat(plugin.bundle()).isEqualTo("priors.jar");
          assertThat(plugin.sha256()).hasSize(64);
          assertThat(snapshot.failed()).isEmpty();
        });
  }

  @Test
  void oneThatFailsDoesNotHideTheNext() throws IOException {
    Path jar =
        TestJar.plain()
            .classes(FixturePrior.class, Alpha.class, ThrowingConstructor.class, Beta.class)
            .entry(
                SERVICES,
                String.join(
                    "\n",
                    Alpha.class.getName(),
                    ThrowingConstructor.class.getName(),
                    "com.example.Gone",
                    Beta.class.getName()))
            .write(folder, "priors.jar");
    withClassPath(
        jar,
        snapshot -> {
          assertThat(snapshot.factories(Role.PRIOR)).containsOnlyKeys("alpha", "beta");
          assertThat(snapshot.failed())
              .extracting(PluginRecord::reason)
              .satisfiesExactly(
                  reason -> assertThat(reason).contains("IllegalStateException: no licence file"),
                  reason -> assertThat(reason).contains("com.example.Gone not found"));
        });
  }

  @Test
  void theFirstOfTwoEqualNamesStays() throws IOException {
    Path jar =
        TestJar.plain()
            .classes(FixturePrior.class)
            .service(PriorFactory.class, Alpha.class)
            .service(PriorFactory.class, AlphaAgain.class)
            .write(folder, "priors.jar");
    withClassPath(
        jar,
        snapshot -> {
          PluginRecord first = snapshot.find(Role.PRIOR, "alpha").orElseThrow();
          assertThat(first.factory().getClass().getSimpleName()).isEqualTo("Alpha");
          assertThat(snapshot.failed())
              .singleElement()
              .satisfies(f -> assertThat(f.reason()).contains("published already"));
        });
  }

  @Test
  void aClassPathWithoutPluginsIsEmpty() {
    assertThat(PluginSnapshot.ofClassPath(new ApiOnly()).plugins()).isEmpty();
  }
}
