package dev.elbow.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.elbow.spi.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyTest {

  private static final String MATRIX =
      "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }";

  // 1.0 = 3f800000, -2.0 = c0000000, least significant byte first.
  private static final byte[] ONE_AND_MINUS_TWO = {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, (byte) 0xc0};

  private @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameAFile() {
    file = folder.resolve("z.npy");
  }

  @Test
  void writesTheBytesThatNumpyWrites() {
    Npy.write(file, Tensor.of(new float[] {1, -2}, 1, 2));
    // 10 bytes before it and 118 of it are 128, a multiple of 64.
    String header = MATRIX + " ".repeat(117 - MATRIX.length()) + "\n";
    assertThat(file).hasBinaryContent(bytes(header, ONE_AND_MINUS_TWO));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"|()", "3|(3,)", "2,3,4|(2, 3, 4)", "0,5|(0, 5)"})
  void writesAndReadsAnyShape(String sizes, String tuple) throws IOException {
    long[] shape =
        sizes == null
            ? new long[0]
            : Arrays.stream(sizes.split(",")).mapToLong(Long::parseLong).toArray();
    float[] data = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < data.length; i++) {
      data[i] = i - 0.25f;
    }
    Npy.write(file, new Tensor(shape, data));
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .contains("'shape': " + tuple + ", }");
    assertThat(Npy.read(file)).isEqualTo(new Tensor(shape, data));
  }

  @Test
  void readsAHeaderWithOtherSpacing() throws IOException {
    String header = "{'shape':(2,1),'fortran_order':False,'descr':'<f4'}\n";
    Files.write(file, bytes(header, ONE_AND_MINUS_TWO));
    assertThat(Npy.read(file)).isEqualTo(Tensor.of(new float[] {1, -2}, 2, 1));
  }

  @Test
  void everyTruncationIsFound() throws IOException {
    Npy.write(file, Tensor.vector(1, 2));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 8; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(error().id()).as("%d bytes", length).isEqualTo("NPY-TRUNCATED");
    }
    assertThat(error().problem()).isEqualTo("truncated: expected 8 bytes of data, found 7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }|NPY-TYPE|found '<f8'",
        "{'descr': '<f4', 'fortran_order': True, 'shape': (2, 1), }|NPY-TYPE|found Fortran order",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }|NPY-MALFORMED|expected 4 bytes of data, found 8",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (-2,), }|NPY-MALFORMED|no valid 'shape'",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999, 99999999999), }|NPY-MALFORMED|too large a shape",
        "{'fortran_order': False, 'shape': (2,), }|NPY-MALFORMED|no valid 'descr'",
      })
  void whatItCannotReadIsRefused(String header, String id, String problem) throws IOException {
    Files.write(file, bytes(header, ONE_AND_MINUS_TWO));
    assertThat(error().id()).isEqualTo(id);
    assertThat(error().problem()).contains(problem);
    assertThat(error().place()).isEqualTo(file.toString());
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    Files.writeString(file, "not an array");
    assertThat(error().id()).isEqualTo("NPY-MALFORMED");
    Files.delete(file);
    assertThat(error().id()).isEqualTo("NPY-MISSING");
  }

  private InputException error() {
    InputException e = catchThrowableOfType(InputException.class, () -> Npy.read(file));
    assertThat(e).isNotNull();
    return e;
  }

  private static byte[] bytes(String header, byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.write(header.length() & 0xff);
    out.write(header.length() >> 8);
    out.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(data);
    return out.toByteArray();
  }
}
