package dev.elbow.configuration;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.elbow.spi.InputException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Short forms of the tests. */
final class Yaml {
  static final String MINIMAL =
      """
      data: {dataset: mnist}
      model: {latent: 20, decoder: bernoulli}
      """;

  private Yaml() {}

  static ConfigNode read(String yaml) {
    return YamlReader.read(yaml, "rho.yaml");
  }

  static MapNode resolve(String yaml) {
    return Resolver.resolve(read(yaml), Example.Experiment.class, FakeCatalog.standard());
  }

  static MapNode resolve(String yaml, Class<? extends Record> type) {
    return Resolver.resolve(read(yaml), type, FakeCatalog.standard());
  }

  static InputException error(ThrowingCallable call) {
    return catchThrowableOfType(InputException.class, call);
  }
}
