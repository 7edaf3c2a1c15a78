package dev.elbow.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads and writes the public safetensors format, 32-bit floats only.
 *
 * <p>Layout: the header's length N as an unsigned little-endian 64-bit number; N bytes of UTF-8
 * JSON, padded with spaces so that the data begin at a multiple of 8; the data, contiguous and in
 * the header's order, little-endian. Values go through one fixed buffer, so that a file may be
 * larger than memory's addressable arrays taken together.
 */
public final class Safetensors {

  static final String METADATA = "__metadata__";
  private static final int ALIGNMENT = 8;

  private Safetensors() {}

  /**
   * What a file holds, in the order in which the file holds it.
   *
   * @param tensors by name
   * @param metadata free text by key; empty if the file has none
   */
  public record Contents(Map<String, Tensor> tensors, Map<String, String> metadata) {

    public Contents {
      tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
      metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
  }

  /**
   * Writes the tensors in the map's order, atomically.
   *
   * @throws FailureException {@code RUN-DISK} if the disk is full or refuses
   * @throws IllegalArgumentException if a tensor is called {@code __metadata__}
   */
  public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
    AtomicFiles.write(file, out -> write(out, tensors, metadata));
  }

  /**
   * Reads and validates everything but the values themselves.
   *
   * @throws InputException {@code CHECKPOINT-MISSING}, {@code CHECKPOINT-TRUNCATED}, {@code
   *     CHECKPOINT-TYPE} or {@code CHECKPOINT-MALFORMED}
   */
  public static Contents read(Path file) {
    return SafetensorsReader.read(file);
  }

  static void write(OutputStream out, Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    byte[] json = Json.line(header(tensors, metadata)).getBytes(StandardCharsets.UTF_8);
    int padding = Math.floorMod(-json.length, ALIGNMENT);
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putLong(json.length + padding).array());
    out.write(json);
    out.write(" ".repeat(padding).getBytes(StandardCharsets.US_ASCII));
    FloatBytes floats = new FloatBytes();
    for (Tensor tensor : tensors.values()) {
      floats.write(out, tensor.data());
    }
  }

  private static ObjectNode header(Map<String, Tensor> tensors, Map<String, String> metadata) {
    ObjectNode header = Json.object();
    if (!metadata.isEmpty()) {
      ObjectNode entries = header.putObject(METADATA);
      metadata.forEach(entries::put);
    }
    long offset = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      if (entry.getKey().equals(METADATA)) {
        throw new IllegalArgumentException("a tensor cannot be called " + METADATA);
      }
      long end = offset + (long) Float.BYTES * entry.getValue().data().length;
      ObjectNode description = header.putObject(entry.getKey()).put("dtype", "F32");
      var shape = description.putArray("shape");
      for (long size : entry.getValue().shape()) {
        shape.add(size);
      }
      description.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    return header;
  }
}
