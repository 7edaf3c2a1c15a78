package dev.elbow.data;

import dev.elbow.spi.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes that may be an IDX file, whose stored size is known before they are read.
 *
 * @param place what error messages call it
 * @param size stored bytes, compressed or not
 */
record IdxSource(String place, long size, Opener opener) {

  /** Opens the bytes at their beginning. */
  interface Opener {
    InputStream open() throws IOException;
  }

  static IdxSource file(Path path) {
    if (!Files.exists(path)) {
      throw new InputException(
          "DATA-FILE-MISSING",
          "expected an IDX file, found nothing",
          path.toString(),
          "Check the path; a relative one starts at the working directory.");
    }
    if (!Files.isRegularFile(path)) {
      throw new InputException(
          "DATA-FILE-MISSING",
          "expected an IDX file, found a folder",
          path.toString(),
          "Name the file, for example train-images-idx3-ubyte.gz in that folder.");
    }
    try {
      return new IdxSource(path.toString(), Files.size(path), () -> Files.newInputStream(path));
    } catch (IOException e) {
      throw unreadable(path.toString(), e);
    }
  }

  /** A resource next to this class. */
  static IdxSource resource(String name) {
    try (InputStream in = IdxSource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks its resource " + name);
      }
      byte[] bytes = in.readAllBytes();
      return new IdxSource(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InputException unreadable(String place, IOException cause) {
    return new InputException(
        "DATA-UNREADABLE",
        "the file cannot be read: " + cause,
        place,
        "Check its permissions and the disk.",
        cause);
  }
}
