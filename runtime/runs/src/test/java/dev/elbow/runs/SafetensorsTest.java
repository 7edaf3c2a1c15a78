package dev.elbow.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.elbow.spi.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {

  private @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameAFile() {
    file = folder.resolve("model.safetensors");
  }

  @Test
  void writesTheBytesThatTheFormatPrescribes() throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("w", Tensor.of(new float[] {1, -2}, 1, 2));
    tensors.put("b", Tensor.of(new float[] {0.5f}));
    Safetensors.write(file, tensors, Map.of("step", "3"));

    String json =
        "{\"__metadata__\":{\"step\":\"3\"},"
            + "\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[8,12]}}";
    // 1.0 = 3f800000, -2.0 = c0000000, 0.5 = 3f000000, least significant byte first.
    byte[] data = {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, (byte) 0xc0, 0, 0, 0, 0x3f};
    String padded = json + " ".repeat((8 - json.length() % 8) % 8);
    assertThat(padded.length() % 8).isZero();
    assertThat(file).hasBinaryContent(bytes(padded, data));
  }

  @Test
  void readsAFileThatAnotherProgramWrote() throws IOException {
    // Header order is not data order, and there is no metadata.
    save(
        "{\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]}}   ",
        new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, (byte) 0xc0, 0, 0, 0, 0x3f});
    Safetensors.Contents contents = Safetensors.read(file);
    assertThat(contents.tensors().keySet()).containsExactly("a", "b");
    assertThat(contents.tensors().get("a")).isEqualTo(Tensor.of(new float[] {1, -2}, 2, 1));
    assertThat(contents.tensors().get("b")).isEqualTo(Tensor.vector(0.5f));
    assertThat(contents.metadata()).isEmpty();
  }

  @Test
  void bringsBackEveryBitOfArraysLongerThanTheBuffer() {
    float[] data = new float[(1 << 18) * 2 + 17];
    for (int i = 0; i < data.length; i++) {
      data[i] = Float.intBitsToFloat(i * 0x9E3779B9);
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("empty", Tensor.of(new float[0], 3, 0));
    tensors.put("größe/0", Tensor.vector(data));
    Safetensors.write(file, tensors, Map.of());
    assertThat(Safetensors.read(file).tensors()).isEqualTo(tensors);
  }

  @Test
  void aFileWithoutTensorsIsValid() {
    Safetensors.write(file, Map.of(), Map.of("a", "b"));
    assertThat(Safetensors.read(file).metadata()).isEqualTo(Map.of("a", "b"));
  }

  @Test
  void refusesATensorThatIsCalledAsTheMetadataAre() {
    Map<String, Tensor> tensors = Map.of("__metadata__", Tensor.vector(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Safetensors.write(file, tensors, Map.of()));
  }

  @Test
  void aMissingFileIsNamed() {
    assertThat(error().getMessage()).contains("CHECKPOINT-MISSING", file.toString());
  }

  @Test
  void everyTruncationIsFound() throws IOException {
    Safetensors.write(file, Map.of("a", Tensor.vector(1, 2, 3)), Map.of());
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(error().id()).as("%d bytes", length).isEqualTo("CHECKPOINT-TRUNCATED");
    }
  }

  @Test
  void bytesBeyondTheLastTensorAreFound() throws IOException {
    Safetensors.write(file, Map.of("a", Tensor.vector(1, 2, 3)), Map.of());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length + 4));
    assertThat(error().getMessage())
        .contains("CHECKPOINT-MALFORMED", "expected 12 bytes of data, found 16");
  }

  @Test
  void aTruncationTellsExpectedAndActualLength() throws IOException {
    Safetensors.write(file, Map.of("a", Tensor.vector(1, 2, 3)), Map.of());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 5));
    assertThat(error().problem()).isEqualTo("truncated: expected 12 bytes of data, found 7");
    assertThat(error().place()).isEqualTo(file.toString());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, 100_000_001})
  void anImpossibleHeaderLengthIsFoundBeforeMemoryIsTaken(long length) throws IOException {
    byte[] bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
    Files.write(file, bytes);
    assertThat(error().getMessage())
        .contains("CHECKPOINT-MALFORMED", Long.toUnsignedString(length));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "[1]|not JSON: expected a JSON object, found array",
        "{\"a\":|not JSON",
        "{} {}|not JSON",
        "{\"a\":A,\"a\":A}|not JSON: line 1, column 58: Duplicate",
        "{\"__metadata__\":3,\"a\":A}|__metadata__ is not an object",
        "{\"__metadata__\":{\"k\":3},\"a\":A}|metadata 'k' is not text",
        "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,8]}}|has no list 'shape'",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}|has no list 'data_offsets'",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8]}}|1 data_offsets, not 2",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}|-2 in 'shape'",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2.0],\"data_offsets\":[0,8]}}|2.0 in 'shape'",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}|3 values (4 bytes each), but 8 bytes",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}|but -8 bytes",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}|begins at byte 4 of the data, expected 0",
        "{\"a\":A,\"b\":A}|begins at byte 0 of the data, expected 8",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}}|too large a shape",
      })
  void everyContradictionInTheHeaderIsFound(String header, String problem) throws IOException {
    String valid = "{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";
    save(header.replace("A", valid), new byte[8]);
    assertThat(error().id()).isEqualTo("CHECKPOINT-MALFORMED");
    assertThat(error().problem()).contains(problem);
  }

  @Test
  void otherTypesAreRefusedByName() throws IOException {
    save("{\"a\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[0,4]}}", new byte[4]);
    assertThat(error().getMessage())
        .contains("CHECKPOINT-TYPE", "tensor 'a': expected dtype F32, found BF16");
  }

  @Test
  void aHeaderThatIsNotTextIsFound() throws IOException {
    Files.write(file, bytes("\u00ff\u00fe", new byte[0], StandardCharsets.ISO_8859_1));
    assertThat(error().problem()).isEqualTo("the header is not UTF-8 text");
  }

  private InputException error() {
    InputException e = catchThrowableOfType(InputException.class, () -> Safetensors.read(file));
    assertThat(e).isNotNull();
    return e;
  }

  private void save(String header, byte[] data) throws IOException {
    Files.write(file, bytes(header, data));
  }

  private static byte[] bytes(String header, byte[] data) {
    return bytes(header, data, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String header, byte[] data, java.nio.charset.Charset charset) {
    byte[] text = header.getBytes(charset);
    return ByteBuffer.allocate(8 + text.length + data.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .put(data)
        .array();
  }
}
