package dev.elbow.runs;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads and writes NumPy's {@code .npy} format 1.0: little-endian 32-bit floats in C order.
 *
 * <p>Layout: {@code \x93NUMPY}, version 1 and 0, the header's length as an unsigned little-endian
 * 16-bit number, the header (a Python dictionary padded with spaces and one newline so that the
 * data begin at a multiple of 64), the data.
 */
public final class Npy {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int PREFIX = MAGIC.length + Short.BYTES;
  private static final int ALIGNMENT = 64;
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("'shape'\\s*:\\s*\\(((?:\\s*\\d{1,18}\\s*,?)*)\\s*\\)");

  private Npy() {}

  /**
   * Writes an array, atomically.
   *
   * @throws FailureException {@code RUN-DISK} if the disk is full or refuses
   */
  public static void write(Path file, Tensor array) {
    byte[] header = header(array.shape());
    AtomicFiles.write(
        file,
        out -> {
          out.write(MAGIC);
          writeShort(out, header.length);
          out.write(header);
          new FloatBytes().write(out, array.data());
        });
  }

  /**
   * Reads an array of type {@code <f4} in C order.
   *
   * @throws InputException {@code NPY-MISSING}, {@code NPY-MALFORMED}, {@code NPY-TYPE} or {@code
   *     NPY-TRUNCATED}
   */
  public static Tensor read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw error("NPY-MISSING", "expected a .npy file, found none", file, "Check the name.");
    }
    try (InputStream in = new FileInputStream(file.toFile())) {
      return read(in, file);
    } catch (EOFException e) {
      throw truncated(file, "the file ended while it was read");
    } catch (IOException e) {
      throw DiskErrors.reading(file, e);
    }
  }

  private static Tensor read(InputStream in, Path file) throws IOException {
    if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
      throw malformed(file, "expected the beginning of a .npy file of format 1.0");
    }
    byte[] length = in.readNBytes(Short.BYTES);
    if (length.length < Short.BYTES) {
      throw truncated(file, "expected a header, found its end");
    }
    int headerLength = (length[0] & 0xff) | (length[1] & 0xff) << 8;
    byte[] header = in.readNBytes(headerLength);
    if (header.length < headerLength) {
      throw truncated(
          file, "expected a header of %d bytes, found %d".formatted(headerLength, header.length));
    }
    long[] shape = shape(new String(header, StandardCharsets.ISO_8859_1), file);
    float[] data = new float[dataLength(shape, Files.size(file) - PREFIX - headerLength, file)];
    new FloatBytes().read(in, data);
    return new Tensor(shape, data);
  }

  private static int dataLength(long[] shape, long bytes, Path file) {
    long expected;
    try {
      expected = Math.multiplyExact(Tensor.elements(shape), Float.BYTES);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw malformed(file, "too large a shape " + Arrays.toString(shape));
    }
    String found = "expected %,d bytes of data, found %,d".formatted(expected, bytes);
    if (bytes < expected) {
      throw truncated(file, found);
    }
    if (bytes > expected || expected / Float.BYTES > Integer.MAX_VALUE - 8) {
      throw malformed(file, found);
    }
    return (int) (expected / Float.BYTES);
  }

  private static byte[] header(long[] shape) {
    String sizes = Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining(", "));
    String tuple = "(" + sizes + (shape.length == 1 ? ",)" : ")");
    String text = "{'descr': '<f4', 'fortran_order': False, 'shape': " + tuple + ", }";
    int padding = Math.floorMod(-(PREFIX + text.length() + 1), ALIGNMENT);
    return (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static long[] shape(String header, Path file) {
    String type = field(TYPE, header, "descr", file);
    if (!type.equals("<f4")) {
      throw error(
          "NPY-TYPE",
          "expected values of type '<f4', found '" + type + "'",
          file,
          "Save the array as array.astype('<f4').");
    }
    if (field(ORDER, header, "fortran_order", file).equals("True")) {
      throw error(
          "NPY-TYPE",
          "expected C order, found Fortran order",
          file,
          "Save the array as numpy.ascontiguousarray(array).");
    }
    String sizes = field(SHAPE, header, "shape", file).strip();
    return sizes.isEmpty()
        ? new long[0]
        : Arrays.stream(sizes.split("[\\s,]+")).mapToLong(Long::parseLong).toArray();
  }

  private static String field(Pattern pattern, String header, String key, Path file) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw malformed(file, "the header has no valid '" + key + "'");
    }
    return matcher.group(1);
  }

  private static void writeShort(OutputStream out, int value) throws IOException {
    out.write(value & 0xff);
    out.write(value >>> 8);
  }

  private static InputException truncated(Path file, String problem) {
    return error("NPY-TRUNCATED", "truncated: " + problem, file, "Write or copy the file again.");
  }

  private static InputException malformed(Path file, String problem) {
    return error("NPY-MALFORMED", problem, file, "Write the file with numpy.save.");
  }

  private static InputException error(String id, String problem, Path file, String fix) {
    return new InputException(id, problem, file.toString(), fix);
  }
}
