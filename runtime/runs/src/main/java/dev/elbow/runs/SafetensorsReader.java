package dev.elbow.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads one safetensors file from start to end. */
final class SafetensorsReader {

  /** The format's own limit; it keeps a damaged length from asking for terabytes. */
  private static final long LONGEST_HEADER = 100_000_000;

  private final Path file;
  private final long fileLength;

  private SafetensorsReader(Path file, long fileLength) {
    this.file = file;
    this.fileLength = fileLength;
  }

  static Safetensors.Contents read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw CheckpointErrors.missing(file, "expected a safetensors file, found none", null);
    }
    try (InputStream in = new FileInputStream(file.toFile())) {
      return new SafetensorsReader(file, Files.size(file)).read(in);
    } catch (EOFException e) {
      throw CheckpointErrors.truncated(file, "the file ended while it was read", e);
    } catch (IOException e) {
      throw DiskErrors.reading(file, e);
    }
  }

  private Safetensors.Contents read(InputStream in) throws IOException {
    long headerLength = headerLength(in);
    ObjectNode json = json(in.readNBytes((int) headerLength));
    SafetensorsHeader header =
        SafetensorsHeader.of(json, fileLength - Long.BYTES - headerLength, file);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    FloatBytes floats = new FloatBytes();
    for (SafetensorsHeader.Entry entry : header.entries()) {
      float[] data = new float[entry.length()];
      floats.read(in, data);
      tensors.put(entry.name(), new Tensor(entry.shape(), data));
    }
    return new Safetensors.Contents(tensors, header.metadata());
  }

  private long headerLength(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(Long.BYTES);
    if (bytes.length < Long.BYTES) {
      throw CheckpointErrors.truncated(
          file, "expected at least 8 bytes, found " + bytes.length, null);
    }
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > LONGEST_HEADER) {
      throw CheckpointErrors.malformed(
          file,
          "expected a header of 2 to %,d bytes, found a length of %s"
              .formatted(LONGEST_HEADER, Long.toUnsignedString(length)),
          null);
    }
    if (length > fileLength - Long.BYTES) {
      throw CheckpointErrors.truncated(
          file,
          "expected a header of %,d bytes, found %,d"
              .formatted(length, Math.max(0, fileLength - Long.BYTES)),
          null);
    }
    return length;
  }

  private ObjectNode json(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Json.parse(text);
    } catch (CharacterCodingException e) {
      throw CheckpointErrors.malformed(file, "the header is not UTF-8 text", e);
    } catch (JsonProcessingException e) {
      throw CheckpointErrors.malformed(file, "the header is not JSON: " + Json.describe(e), e);
    }
  }
}
