package dev.elbow.tck;

import dev.elbow.spi.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Arrays that were given away, each with a way to tell whether it still is what it was. */
final class GivenNumbers {
  private record Given(String what, BooleanSupplier unchanged) {}

  private final List<Given> all = new ArrayList<>();

  Matrix matrix(String what, Matrix matrix) {
    float[] before = matrix.values().clone();
    all.add(new Given(what, () -> Arrays.equals(before, matrix.values())));
    return matrix;
  }

  double[] numbers(String what, double[] numbers) {
    double[] before = numbers.clone();
    all.add(new Given(what, () -> Arrays.equals(before, numbers)));
    return numbers;
  }

  void labels(String what, int[] labels) {
    int[] before = labels.clone();
    all.add(new Given(what, () -> Arrays.equals(before, labels)));
  }

  /** Adds a fault for each that was changed. */
  void check(Faults faults) {
    for (Given given : all) {
      faults.unless(given.unchanged().getAsBoolean(), "it changes %s", given.what());
    }
  }
}
