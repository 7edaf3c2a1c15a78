package dev.elbow.classifier;

import dev.elbow.runs.Safetensors;
import dev.elbow.runs.Tensor;
import dev.elbow.spi.InputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A classifier's file: parameters as safetensors, with the accuracy, the network and the SHA-256 of
 * the parameters in its JSON header.
 */
final class KeptClassifier {
  private static final String ACCURACY = "accuracy";
  private static final String NETWORK = "network";
  private static final String DIGEST = "parametersSha256";

  private KeptClassifier() {}

  /** A name that differs wherever another classifier would come out. */
  static String name(String dataSha256, Design design) {
    return "classifier-%s-%s-v%d.safetensors"
        .formatted(dataSha256.substring(0, 32), design.shape(), Design.VERSION);
  }

  static void write(Path file, Design design, Weights weights) {
    Map<String, String> header = new LinkedHashMap<>();
    header.put(NETWORK, design.toString());
    header.put(ACCURACY, Double.toString(weights.accuracy()));
    header.put(DIGEST, digest(weights.parameters()));
    Safetensors.write(file, weights.parameters(), header);
  }

  /**
   * @throws InputException {@code CHECKPOINT-...} or {@code CLASSIFIER-FILE} if the file is not
   *     what was written
   */
  static Weights read(Path file, Design design) {
    Safetensors.Contents contents = Safetensors.read(file);
    Map<String, String> header = contents.metadata();
    if (!design.toString().equals(header.get(NETWORK))) {
      throw broken(file, "another network");
    }
    if (!digest(contents.tensors()).equals(header.get(DIGEST))) {
      throw broken(file, "parameters that are not those written");
    }
    return new Weights(contents.tensors(), accuracy(file, header.get(ACCURACY)));
  }

  private static double accuracy(Path file, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NullPointerException | NumberFormatException e) {
      throw broken(file, "an accuracy of " + text);
    }
  }

  private static InputException broken(Path file, String found) {
    return new InputException(
        "CLASSIFIER-FILE",
        "expected a kept classifier, found " + found,
        file.toString(),
        "Delete the file: the classifier is trained again.");
  }

  private static String digest(Map<String, Tensor> parameters) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      parameters.forEach(
          (name, tensor) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            float[] values = tensor.data();
            ByteBuffer bytes =
                ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(values);
            digest.update(bytes);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
