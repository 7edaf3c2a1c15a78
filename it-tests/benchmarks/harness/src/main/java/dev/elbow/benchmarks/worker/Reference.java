package dev.elbow.benchmarks.worker;

import dev.elbow.benchmarks.cases.Model;
import dev.elbow.runs.Safetensors;
import dev.elbow.runs.Tensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Elbow computes through SameDiff's own sessions, for others to compare with.
 *
 * @param parameters first values by name
 * @param gradients of the loss by the same names
 * @param pixels {@code [batch, features]}
 * @param noise {@code [batch, latent]}
 * @param code the posterior's mean of each image, {@code [batch, latent]}
 * @param mean the pixels' means with the noise as z, {@code [batch, features]}
 * @param loss -log p(x|z) + KL, the mean of the batch, nats
 */
public record Reference(
    Map<String, Tensor> parameters,
    Map<String, Tensor> gradients,
    Tensor pixels,
    Tensor noise,
    Tensor code,
    Tensor mean,
    double loss) {

  private static final long MOST_RELUS = 64_000;
  private static final int LEAST_ROWS = 4;
  private static final int MOST_ROWS = 32;

  private static final String GRADIENT = "gradient/";
  private static final String LOSS = "loss";

  /**
   * How many images to compare with: few where an image passes many relus. Of millions of relus one
   * or two lie within rounding of 0, fall to different sides in different libraries, and would hide
   * what the comparison is for behind a wide tolerance.
   */
  public static int rows(Model model) {
    return (int) Math.max(LEAST_ROWS, Math.min(MOST_ROWS, MOST_RELUS / model.relus()));
  }

  /** Writes two files of the safetensors format: the parameters, and beside them the rest. */
  public void write(Path file) {
    Safetensors.write(file, parameters, Map.of());
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    gradients.forEach((name, tensor) -> tensors.put(GRADIENT + name, tensor));
    tensors.put("pixels", pixels);
    tensors.put("noise", noise);
    tensors.put("code", code);
    tensors.put("mean", mean);
    Safetensors.write(results(file), tensors, Map.of(LOSS, Double.toString(loss)));
  }

  /** The file that holds all but the parameters. */
  public static Path results(Path file) {
    return file.resolveSibling("results-" + file.getFileName());
  }

  /** The first parameters alone: who is timed has nothing else in memory. */
  public static Map<String, Tensor> parameters(Path file) {
    return new TreeMap<>(Safetensors.read(file).tensors());
  }

  /** Reads both files. */
  public static Reference read(Path file) {
    Safetensors.Contents contents = Safetensors.read(results(file));
    Map<String, Tensor> tensors = contents.tensors();
    return new Reference(
        parameters(file),
        below(GRADIENT, tensors),
        tensors.get("pixels"),
        tensors.get("noise"),
        tensors.get("code"),
        tensors.get("mean"),
        Double.parseDouble(contents.metadata().get(LOSS)));
  }

  private static Map<String, Tensor> below(String prefix, Map<String, Tensor> tensors) {
    Map<String, Tensor> found = new TreeMap<>();
    tensors.forEach(
        (name, tensor) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), tensor);
          }
        });
    return found;
  }

  /** Images in the batch. */
  public int rows() {
    return Math.toIntExact(pixels.shape()[0]);
  }
}
