package dev.elbow.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Whether a stored file, gzipped or not, holds what the catalogue says. */
final class ContentCheck {
  private static final int BUFFER = 1 << 16;

  private ContentCheck() {}

  /** Unpacks no more than the expected size, whatever the file claims to hold. */
  static boolean matches(Path path, DatasetFile expected) throws IOException {
    try (InputStream stored = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        InputStream in = unpacked(stored)) {
      Sha256 digest = new Sha256();
      byte[] buffer = new byte[BUFFER];
      long total = 0;
      int read;
      while (total <= expected.bytes() && (read = in.read(buffer)) > 0) {
        digest.bytes(buffer, 0, read);
        total += read;
      }
      return total == expected.bytes() && digest.hex().equals(expected.sha256());
    } catch (EOFException | ZipException e) {
      return false;
    }
  }

  private static InputStream unpacked(InputStream stored) throws IOException {
    return IdxInput.startsAsGzip(stored) ? new GZIPInputStream(stored, BUFFER) : stored;
  }
}
