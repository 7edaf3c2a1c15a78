package dev.elbow.tck;

import dev.elbow.graph.capture.UncapturableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.nd4j.linalg.api.buffer.DataType;

/** C12. */
final class CaptureRule {
  /** Of the norm: single precision, and sums in another order. */
  private static final double RELATIVE = 2e-5;

  private static final double ABSOLUTE = 1e-6;

  /** Where rounding hurts more, SameDiff's own error shows it; another order may hurt otherwise. */
  private static final double OF_ROUNDING = 4;

  private CaptureRule() {}

  static <P> void check(Subject<P> subject, List<Scene<P>> scenes) {
    Faults faults = new Faults();
    try {
      for (Scene<P> scene : scenes) {
        Bench bench = subject.fresh(scene, DataType.FLOAT, true);
        bench.parameters().moved(9);
        Bench exact = subject.fresh(scene, DataType.DOUBLE, true);
        exact.parameters().set(bench.parameters().values());
        for (Output.Kind kind : List.of(Output.Kind.VALUE, Output.Kind.ADVERSARY)) {
          if (bench.hasLoss(kind)) {
            check(bench, exact, kind, scene.label(), faults);
          }
        }
      }
    } catch (UncapturableException e) {
      Assumptions.abort("the part is executed by SameDiff: " + e.getMessage());
    }
    faults.report();
  }

  /** A whole batch and a smaller one, as the last of an epoch; each replayed on other numbers. */
  private static void check(Bench bench, Bench exact, Output.Kind kind, String scene, Faults faults)
      throws UncapturableException {
    List<String> by = new ArrayList<>(bench.parameters().names());
    by.addAll(bench.differentiatedInputs());
    Replays replays = new Replays(bench, kind, by);
    Replays exactly = new Replays(exact, kind, by);
    for (int rows : new int[] {4, 3}) {
      Replays.Replay replay = replays.record(bench.batch(rows, 70));
      for (int seed = 71; seed < 73; seed++) {
        Batch batch = bench.batch(rows, seed);
        Map<String, Tensor> expected = replays.reference(batch);
        Map<String, Tensor> truth = exactly.reference(batch);
        compare(expected, truth, replay.run(batch), scene + ", " + rows + " rows", faults);
      }
    }
  }

  private static void compare(
      Map<String, Tensor> expected,
      Map<String, Tensor> truth,
      Map<String, Tensor> actual,
      String where,
      Faults faults) {
    faults.unless(
        actual.keySet().equals(expected.keySet()),
        "%s: replayed are %s, SameDiff gives %s",
        where,
        actual.keySet(),
        expected.keySet());
    expected.forEach(
        (name, tensor) -> {
          if (actual.containsKey(name)) {
            double difference = norm(tensor.plus(actual.get(name), -1));
            double rounding = norm(tensor.plus(truth.get(name), -1));
            double allowed = RELATIVE * norm(tensor) + ABSOLUTE + OF_ROUNDING * rounding;
            faults.unless(
                difference <= allowed,
                "%s: '%s' is %.2g away from SameDiff's of norm %.4g (tolerance %.2g)",
                where,
                name,
                difference,
                norm(tensor),
                allowed);
          }
        });
  }

  private static double norm(Tensor tensor) {
    double sum = 0;
    for (double value : tensor.values()) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
