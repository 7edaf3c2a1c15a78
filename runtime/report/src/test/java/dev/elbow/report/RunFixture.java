package dev.elbow.report;

import dev.elbow.runs.Picture;
import dev.elbow.runs.PictureList;
import dev.elbow.runs.Pictures;
import dev.elbow.runs.RunFolder;
import dev.elbow.spi.DataShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs as they lie on disk, made by hand. */
public final class RunFixture {
  public static final String CONFIG =
      """
      name: small
      seed: 7
      data: {dataset: letters}
      model:
        latent: 3
        encoder: {type: mlp, hidden: [8, 4]}
        posterior: {type: diagonal}
        prior: {type: standard-normal}
        decoder: {type: bernoulli}
      objective:
        - type: kl
          weight: {value: 4.0, schedule: linear}
        - type: mmd
          weight: {value: 1.0, schedule: constant}
      training: {epochs: 3}
      """;

  private static final String MANIFEST =
      """
      {"elbow": "0.1.0", "name": "small", "seed": 7,
       "backend": {"device": "cpu", "backend": "B", "blas": "OPENBLAS", "threads": 2,
                   "java": "17", "os": "Linux"},
       "data": {"name": "letters", "sha256": "DIGEST", "train": 60, "test": 10,
                "shape": [1, 2, 2], "values": "binary"},
       "plugins": [{"role": "posterior", "name": "diagonal", "bundle": "dev.elbow.p",
                    "version": "0.1.0", "sha256": "abc"}]}
      """;

  private final Path folder;

  public RunFixture(Path folder) {
    this.folder = folder;
    write("config.yaml", CONFIG);
    digest("0123456789abcdef");
  }

  public RunFixture digest(String digest) {
    return write("manifest.json", MANIFEST.replace("DIGEST", digest));
  }

  public RunFixture config(String yaml) {
    return write("config.yaml", yaml);
  }

  /** Lines of {@code metrics.jsonl}. */
  public RunFixture epochs(String... lines) {
    return write("metrics.jsonl", String.join("\n", lines) + "\n");
  }

  public RunFixture figures(String json) {
    return write("evaluation.json", json);
  }

  public RunFixture remarks(String... lines) {
    return write("doctor.jsonl", String.join("\n", lines) + "\n");
  }

  /** A picture of one white pixel with these words. */
  public RunFixture picture(String file, String title, String alternative, String caption) {
    Path images = run().images();
    float[] white = {1, 1, 1, 1};
    Pictures.write(Pictures.grid(white, 1, new DataShape(1, 2, 2), 1), images.resolve(file));
    new PictureList(images).write(List.of(new Picture(file, title, alternative, caption)));
    return this;
  }

  public RunFolder run() {
    return RunFolder.open(folder);
  }

  public RunFixture write(String file, String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
