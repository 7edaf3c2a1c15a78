package dev.elbow.data;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The unpacked bytes of an IDX file, read with errors that say what was expected and where. */
final class IdxInput implements Closeable {
  private static final int BUFFER = 1 << 16;

  /** Deflate never does better than 1032 to 1. */
  private static final long LARGEST_RATIO = 1032;

  private final IdxSource source;
  private final InputStream in;
  private final boolean gzip;
  private long position;

  private IdxInput(IdxSource source, InputStream in, boolean gzip) {
    this.source = source;
    this.in = in;
    this.gzip = gzip;
  }

  static IdxInput open(IdxSource source) {
    InputStream stored = null;
    try {
      stored = new BufferedInputStream(source.opener().open(), BUFFER);
      boolean gzip = startsAsGzip(stored);
      return new IdxInput(source, gzip ? new GZIPInputStream(stored, BUFFER) : stored, gzip);
    } catch (IOException e) {
      closeQuietly(stored);
      throw e instanceof EOFException || e instanceof ZipException
          ? damaged(source, e)
          : IdxSource.unreadable(source.place(), e);
    }
  }

  static boolean startsAsGzip(InputStream markable) throws IOException {
    markable.mark(2);
    boolean gzip = markable.read() == 0x1F && markable.read() == 0x8B;
    markable.reset();
    return gzip;
  }

  void expectMagic(int expected) {
    byte[] bytes = new byte[Integer.BYTES];
    int read = readUpTo(bytes);
    long found = read < bytes.length ? -1 : unsigned(bytes);
    if (found != expected) {
      throw new InputException(
          "DATA-NOT-IDX",
          "expected "
              + describe(expected)
              + ", found "
              + (found < 0 ? "a file of " + read + " bytes" : describe(found)),
          source.place(),
          "Give an IDX file of unsigned bytes, gzipped or not.");
    }
  }

  long readUnsignedInt() {
    byte[] bytes = new byte[Integer.BYTES];
    int read = readUpTo(bytes);
    if (read < bytes.length) {
      throw truncated(position - read + bytes.length);
    }
    return unsigned(bytes);
  }

  /** The rest of the file, which is exactly this long. */
  byte[] readBody(int size) {
    long whole = position + size;
    if (whole > (gzip ? source.size() * LARGEST_RATIO : source.size())) {
      throw gzip ? impossible(whole) : truncated(whole, source.size());
    }
    byte[] body = allocate(size);
    if (readUpTo(body) < size) {
      throw truncated(whole);
    }
    if (readUpTo(new byte[1]) > 0) {
      throw new InputException(
          "DATA-TRAILING-BYTES",
          "expected " + whole + " bytes, as the header says, found more",
          source.place(),
          "Check that the file is whole and is one IDX file; fetch or write it again.");
    }
    return body;
  }

  private byte[] allocate(int size) {
    try {
      return new byte[size];
    } catch (OutOfMemoryError e) {
      throw new FailureException(
          "DATA-MEMORY",
          size
              + " bytes of examples do not fit into the Java heap of "
              + Runtime.getRuntime().maxMemory()
              + " bytes",
          source.place(),
          "Give Java more memory (-Xmx) or a smaller file.",
          e);
    }
  }

  private int readUpTo(byte[] target) {
    try {
      int read = in.readNBytes(target, 0, target.length);
      position += read;
      return read;
    } catch (EOFException | ZipException e) {
      throw damaged(source, e);
    } catch (IOException e) {
      throw IdxSource.unreadable(source.place(), e);
    }
  }

  private static InputException damaged(IdxSource source, IOException cause) {
    boolean cut = cause instanceof EOFException;
    return new InputException(
        cut ? "DATA-TRUNCATED" : "DATA-GZIP",
        "expected a whole gzip file, found one that is "
            + (cut
                ? "cut off after " + source.size() + " bytes"
                : "damaged: " + cause.getMessage()),
        source.place(),
        "Fetch or copy the file again.",
        cause);
  }

  private InputException truncated(long expected) {
    return truncated(expected, position);
  }

  private InputException truncated(long expected, long found) {
    return new InputException(
        "DATA-TRUNCATED",
        "expected " + expected + " bytes, found " + found,
        source.place(),
        "Fetch or copy the file again.");
  }

  private InputException impossible(long expected) {
    return new InputException(
        "DATA-TRUNCATED",
        "expected "
            + expected
            + " bytes, as the header says, found a gzip file of "
            + source.size()
            + " bytes, which cannot hold them",
        source.place(),
        "Fetch or copy the file again, or check that it is an IDX file.");
  }

  private static String describe(long magic) {
    String hex = "0x%08X".formatted(magic);
    if (magic == 0x803) {
      return "an IDX file of images (" + hex + ")";
    }
    if (magic == 0x801) {
      return "an IDX file of labels (" + hex + ")";
    }
    return magic >>> 16 == 0 && (magic >>> 8) >= 0x08 && (magic >>> 8) <= 0x0E
        ? "an IDX file of another type or number of dimensions (" + hex + ")"
        : "something that is not an IDX file (it starts with " + hex + ")";
  }

  private static long unsigned(byte[] b) {
    return (b[0] & 0xFFL) << 24 | (b[1] & 0xFFL) << 16 | (b[2] & 0xFFL) << 8 | b[3] & 0xFFL;
  }

  private static void closeQuietly(InputStream stream) {
    try {
      if (stream != null) {
        stream.close();
      }
    } catch (IOException e) {
      // The reason why it is being closed is the error that the user needs.
    }
  }

  @Override
  public void close() {
    closeQuietly(in);
  }
}
