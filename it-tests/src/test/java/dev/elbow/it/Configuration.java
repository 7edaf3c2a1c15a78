package dev.elbow.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Configurations small enough that the start of the JVM takes longer than the training. */
final class Configuration {
  static final String TINY =
      """
      name: tiny
      seed: 7
      backend: {device: cpu, threads: 1}
      data: {dataset: fashion-mnist-sample, limit: 256, binarize: threshold}
      model:
        latent: 3
        encoder: {type: mlp, hidden: [16]}
        posterior: diagonal
        decoder: {type: bernoulli, network: {type: mlp, hidden: [16]}}
      training: {epochs: 2, batch: 64}
      """;

  private Configuration() {}

  /** Writes {@link #TINY} as {@code tiny.yaml}. */
  static void writeTiny(Path folder) throws IOException {
    write(folder, "tiny.yaml", TINY);
  }

  static void write(Path folder, String name, String yaml) throws IOException {
    Files.writeString(folder.resolve(name), yaml);
  }
}
