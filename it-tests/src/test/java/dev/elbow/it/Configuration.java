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

  /** Convolutions from and to images of 8 x 8 pixels, with batch normalisation. */
  static final String IMAGES =
      """
      name: images
      seed: 7
      backend: {device: cpu, threads: 1}
      data: {images: images.idx, binarize: threshold}
      model:
        latent: 2
        encoder: {type: conv, filters: [4], hidden: [8], batchNorm: true}
        decoder:
          type: bernoulli
          network: {type: conv, filters: [4], hidden: [8], batchNorm: true}
      training: {epochs: 1, batch: 16}
      """;

  private Configuration() {}

  /** Writes {@link #TINY} as {@code tiny.yaml}. */
  static void writeTiny(Path folder) throws IOException {
    write(folder, "tiny.yaml", TINY);
  }

  /** Writes {@link #IMAGES} as {@code images.yaml} beside its data. */
  static void writeImages(Path folder) throws IOException {
    Files.write(folder.resolve("images.idx"), Idx.columns(160));
    write(folder, "images.yaml", IMAGES);
  }

  static void write(Path folder, String name, String yaml) throws IOException {
    Files.writeString(folder.resolve(name), yaml);
  }
}
