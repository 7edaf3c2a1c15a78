package dev.elbow.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A validated header.
 *
 * @param entries in the order of their data
 * @param metadata free text by key
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {

  /** One tensor's place; begin and end are bytes from the start of the data. */
  record Entry(String name, long[] shape, long begin, long end) {
    int length() {
      return Math.toIntExact((end - begin) / Float.BYTES);
    }
  }

  /**
   * @throws InputException if the header does not describe exactly {@code dataLength} bytes
   */
  static SafetensorsHeader of(ObjectNode json, long dataLength, Path file) {
    return new Parser(file).parse(json, dataLength);
  }

  private record Parser(Path file) {

    SafetensorsHeader parse(ObjectNode json, long dataLength) {
      List<Entry> entries = new ArrayList<>();
      Map<String, String> metadata = Map.of();
      for (Map.Entry<String, JsonNode> field : json.properties()) {
        if (field.getKey().equals(Safetensors.METADATA)) {
          metadata = metadata(field.getValue());
        } else {
          entries.add(entry(field.getKey(), field.getValue()));
        }
      }
      entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
      requireContiguous(entries, dataLength);
      return new SafetensorsHeader(List.copyOf(entries), metadata);
    }

    private Map<String, String> metadata(JsonNode node) {
      Map<String, String> result = new LinkedHashMap<>();
      require(node.isObject(), "__metadata__ is not an object");
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        require(field.getValue().isTextual(), "metadata '%s' is not text", field.getKey());
        result.put(field.getKey(), field.getValue().textValue());
      }
      return result;
    }

    private Entry entry(String name, JsonNode node) {
      String type = node.path("dtype").asText("none");
      if (!type.equals("F32")) {
        throw CheckpointErrors.type(file, name, type);
      }
      long[] shape = numbers(name, node.path("shape"), "shape");
      long[] offsets = numbers(name, node.path("data_offsets"), "data_offsets");
      require(offsets.length == 2, "tensor '%s' has %d data_offsets, not 2", name, offsets.length);
      long elements = elements(name, shape);
      long bytes = offsets[1] - offsets[0];
      require(
          bytes >= 0 && bytes % Float.BYTES == 0 && bytes / Float.BYTES == elements,
          "tensor '%s' has a shape of %d values (4 bytes each), but %d bytes of data",
          name,
          elements,
          bytes);
      require(elements <= Integer.MAX_VALUE - 8, "tensor '%s' is too large for an array", name);
      return new Entry(name, shape, offsets[0], offsets[1]);
    }

    private long elements(String name, long[] shape) {
      try {
        return Tensor.elements(shape);
      } catch (IllegalArgumentException e) {
        throw CheckpointErrors.malformed(file, "tensor '" + name + "': " + e.getMessage(), e);
      }
    }

    private long[] numbers(String name, JsonNode node, String key) {
      require(node.isArray(), "tensor '%s' has no list '%s'", name, key);
      long[] result = new long[node.size()];
      for (int i = 0; i < result.length; i++) {
        JsonNode item = node.get(i);
        require(
            item.isIntegralNumber() && item.canConvertToLong() && item.longValue() >= 0,
            "tensor '%s' has %s in '%s', not a non-negative whole number",
            name,
            item,
            key);
        result[i] = item.longValue();
      }
      return result;
    }

    private void requireContiguous(List<Entry> entries, long dataLength) {
      long offset = 0;
      for (Entry entry : entries) {
        require(
            entry.begin() == offset,
            "tensor '%s' begins at byte %d of the data, expected %d",
            entry.name(),
            entry.begin(),
            offset);
        offset = entry.end();
      }
      if (offset > dataLength) {
        throw CheckpointErrors.truncated(
            file, "expected %,d bytes of data, found %,d".formatted(offset, dataLength), null);
      }
      require(offset == dataLength, "expected %d bytes of data, found %d", offset, dataLength);
    }

    private void require(boolean holds, String problem, Object... arguments) {
      if (!holds) {
        throw CheckpointErrors.malformed(file, problem.formatted(arguments), null);
      }
    }
  }
}
