package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * API and plugins on a module path, with a copy of nd4j-api without its broken descriptor. Layers
 * are made in this process, apart from its class path.
 */
class ModulePathIT {
  @TempDir static Path folder;

  private static ModuleLayer layer;
  private static Set<String> plugins;

  @BeforeAll
  static void makeTheModulePath() throws IOException {
    Distribution distribution = Distribution.shipped();
    for (Path jar : distribution.jars("lib")) {
      String name = jar.getFileName().toString();
      if (name.startsWith("nd4j-api-")) {
        Jars.without("META-INF/versions", jar, folder.resolve(name));
      } else if (name.startsWith("elbow-spi-")) {
        Files.copy(jar, folder.resolve(name));
      }
    }
    for (Path jar : distribution.jars("bundles")) {
      if (jar.getFileName().toString().startsWith("elbow-")) {
        Files.copy(jar, folder.resolve(jar.getFileName()));
      }
    }
    Files.copy(Distribution.outsiderJar(), folder.resolve("elbow-laplace.jar"));
    ModuleFinder finder = ModuleFinder.of(folder);
    plugins = names(finder, "dev.elbow.plugin.");
    layer = layer(finder);
  }

  private static ModuleLayer layer(ModuleFinder finder) {
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration().resolve(finder, ModuleFinder.of(), names(finder, ""));
    return boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
  }

  @Test
  void everyBundledPluginIsANamedModuleWithADescriptorOfItsOwn() throws IOException {
    assertThat(plugins)
        .hasSameSizeAs(
            Distribution.shipped().jars("bundles").stream()
                .filter(jar -> jar.getFileName().toString().startsWith("elbow-"))
                .toList());
    assertThat(layer.modules()).extracting(Module::getName).containsAll(plugins);
  }

  @Test
  void aPluginRequiresTheApiAndExportsNothing() {
    for (String plugin : plugins) {
      ModuleDescriptor descriptor = layer.findModule(plugin).orElseThrow().getDescriptor();
      assertThat(descriptor.isAutomatic()).isFalse();
      assertThat(descriptor.exports()).as(plugin).isEmpty();
      assertThat(descriptor.requires())
          .extracting(ModuleDescriptor.Requires::name)
          .as(plugin)
          .contains("dev.elbow.spi")
          .isSubsetOf("dev.elbow.spi", "java.base", "nd4j.api");
    }
  }

  @Test
  void theServiceLoaderFindsTheFactoriesOfEveryRole() {
    Set<String> found =
        Stream.of("Network", "Posterior", "Prior", "Divergence", "Decoder")
            .flatMap(role -> factories("dev.elbow.spi." + role + "Factory"))
            .collect(Collectors.toSet());

    assertThat(found)
        .contains("Ar1PosteriorFactory", "DiagonalPosteriorFactory", "StandardNormalPriorFactory")
        .contains("KlDivergenceFactory", "BernoulliDecoderFactory", "GaussianDecoderFactory")
        .contains("MlpNetworkFactory")
        .contains("LaplacePosteriorFactory", "LinearNetworkFactory");
  }

  private static Stream<String> factories(String type) {
    try {
      Class<?> service = layer.findLoader("dev.elbow.spi").loadClass(type);
      return ServiceLoader.load(layer, service).stream()
          .map(provider -> provider.get().getClass().getSimpleName());
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(missing);
    }
  }

  private static Set<String> names(ModuleFinder finder, String prefix) {
    List<ModuleReference> modules = List.copyOf(finder.findAll());
    return modules.stream()
        .map(module -> module.descriptor().name())
        .filter(name -> name.startsWith(prefix))
        .collect(Collectors.toSet());
  }
}
