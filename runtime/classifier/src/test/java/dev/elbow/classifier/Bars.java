package dev.elbow.classifier;

import dev.elbow.data.Binarization;
import dev.elbow.data.DataFolder;
import dev.elbow.data.DataOptions;
import dev.elbow.data.DataSplits;
import dev.elbow.data.RandomStream;
import dev.elbow.data.RandomStreams;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Images of a horizontal, a vertical or a diagonal bar at some place, with noise. */
final class Bars {
  static final int SIDE = 12;
  static final int FEATURES = SIDE * SIDE;
  static final int CLASSES = 3;

  private Bars() {}

  /** Whether a pixel is on the bar of a class at a place. */
  private static boolean on(int label, int place, int y, int x) {
    return switch (label) {
      case 0 -> y == place || y == place + 1;
      case 1 -> x == place || x == place + 1;
      default -> Math.floorMod(y - x - place, SIDE) < 2;
    };
  }

  static byte[] pixels(int count, long seed) {
    RandomStream random = RandomStreams.stream(seed, "bars", 0);
    byte[] pixels = new byte[count * FEATURES];
    for (int i = 0; i < count; i++) {
      int place = random.nextInt(SIDE - 1);
      for (int k = 0; k < FEATURES; k++) {
        int grey = random.nextInt(100);
        boolean bar = on(i % CLASSES, place, k / SIDE, k % SIDE);
        pixels[i * FEATURES + k] = (byte) (bar ? 255 - grey : grey);
      }
    }
    return pixels;
  }

  /** IDX files of training and test images in a folder, opened. */
  static DataSplits in(Path folder, int train, int test, boolean labelled) {
    try {
      write(folder, "train", train, 1);
      write(folder, "test", test, 2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    DataOptions options =
        new DataOptions(
            Optional.empty(),
            Optional.of(folder.resolve("train-images")),
            labelled ? Optional.of(folder.resolve("train-labels")) : Optional.empty(),
            Optional.of(folder.resolve("test-images")),
            labelled ? Optional.of(folder.resolve("test-labels")) : Optional.empty(),
            Binarization.STOCHASTIC,
            0,
            Optional.empty(),
            0);
    return DataSplits.open(options, new DataFolder(folder), 1);
  }

  private static void write(Path folder, String set, int count, long seed) throws IOException {
    try (DataOutputStream out = open(folder.resolve(set + "-images"))) {
      out.writeInt(2051);
      out.writeInt(count);
      out.writeInt(SIDE);
      out.writeInt(SIDE);
      out.write(pixels(count, seed));
    }
    try (DataOutputStream out = open(folder.resolve(set + "-labels"))) {
      out.writeInt(2049);
      out.writeInt(count);
      for (int i = 0; i < count; i++) {
        out.write(i % CLASSES);
      }
    }
  }

  private static DataOutputStream open(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }
}
