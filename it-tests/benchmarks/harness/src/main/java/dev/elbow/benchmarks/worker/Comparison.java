package dev.elbow.benchmarks.worker;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds a contender's numbers against the reference's. */
public final class Comparison {
  /**
   * A mean of 100,000 terms in single precision, added in another order: some units of 2^-24, times
   * what the layers before add.
   */
  static final double LOSS = 1e-5;

  /** Sums over the batch of products of several layers' errors; 1e-7 to 1e-6 is usual. */
  static final double ARRAY = 1e-4;

  /** Arrays smaller than this share of all together are measured against that share. */
  private static final double SMALL = 1e-3;

  private Comparison() {}

  /** A loss and all gradients. */
  public static List<Agreement> training(
      Reference reference, double loss, Map<String, float[]> gradients) {
    Map<String, float[]> expected = new TreeMap<>();
    reference.gradients().forEach((name, tensor) -> expected.put(name, tensor.data()));
    double error = Math.abs(loss - reference.loss()) / Math.abs(reference.loss());
    return List.of(
        new Agreement("loss", reference.loss(), loss, error, "loss", LOSS),
        arrays("gradients", expected, gradients));
  }

  /** One array. */
  public static Agreement array(String figure, float[] expected, float[] found) {
    return arrays(figure, Map.of(figure, expected), Map.of(figure, found));
  }

  static Agreement arrays(
      String figure, Map<String, float[]> expected, Map<String, float[]> found) {
    if (!expected.keySet().equals(found.keySet())) {
      throw new IllegalArgumentException(
          "expected the arrays %s, found %s".formatted(expected.keySet(), found.keySet()));
    }
    double all = norm(expected.values());
    double error = 0;
    String worst = "none";
    for (Map.Entry<String, float[]> entry : expected.entrySet()) {
      float[] difference = difference(entry.getValue(), found.get(entry.getKey()));
      double scale = Math.max(norm(List.of(entry.getValue())), SMALL * all);
      double relative = norm(List.of(difference)) / scale;
      if (!(relative <= error)) {
        error = relative;
        worst = entry.getKey();
      }
    }
    return new Agreement(figure, all, norm(found.values()), error, worst, ARRAY);
  }

  private static float[] difference(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(
          "expected %d values, found %d".formatted(a.length, b.length));
    }
    float[] difference = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }

  private static double norm(Iterable<float[]> arrays) {
    double sum = 0;
    for (float[] array : arrays) {
      for (float value : array) {
        sum += (double) value * value;
      }
    }
    return Math.sqrt(sum);
  }
}
