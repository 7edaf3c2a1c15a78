package dev.elbow.engine.pca;

import dev.elbow.data.Binarization;
import dev.elbow.data.DataFolder;
import dev.elbow.data.DataOptions;
import dev.elbow.data.DataSplits;
import dev.elbow.data.Split;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Images of one row from grey values, 0 to 255. */
final class Grey {
  private static final int IMAGES = 0x803;

  private Grey() {}

  static Split split(Path folder, int[]... images) {
    ByteBuffer bytes = ByteBuffer.allocate(16 + images.length * images[0].length);
    bytes.putInt(IMAGES).putInt(images.length).putInt(1).putInt(images[0].length);
    for (int[] image : images) {
      for (int grey : image) {
        bytes.put((byte) grey);
      }
    }
    Path file = folder.resolve("images-idx3-ubyte");
    try {
      Files.write(file, bytes.array());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    DataOptions options =
        new DataOptions(
            Optional.empty(),
            Optional.of(file),
            Optional.empty(),
            Optional.of(file),
            Optional.empty(),
            Binarization.NONE,
            0,
            Optional.empty(),
            0);
    return DataSplits.open(options, new DataFolder(folder), 1).train();
  }
}
