package dev.elbow.tck;

import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/** C10. */
final class IndependenceRule {
  private static final int ROWS = 4;

  private IndependenceRule() {}

  /**
   * @param independent whether it must be so; otherwise it must not
   */
  static <P> void check(Subject<P> subject, Scene<P> scene, boolean training, boolean independent) {
    Bench bench = subject.bench(scene, DataType.DOUBLE, training);
    bench.parameters().moved(6);
    Batch batch = bench.batch(ROWS, 51);
    String mode = training ? "in training" : "in evaluation";
    Faults dependence = new Faults();
    Map<String, Tensor> together = bench.run(batch);
    for (int row = 0; row < ROWS; row++) {
      int i = row;
      bench
          .run(batch.select(i))
          .forEach((name, alone) -> compare(name, alone, together.get(name), i, mode, dependence));
    }
    if (independent) {
      dependence.report();
      return;
    }
    Faults faults = new Faults();
    faults.unless(
        !dependence.isEmpty(),
        "independence %s is declared missing, but no example depends on another",
        mode);
    faults.report();
  }

  private static void compare(
      String name, Tensor alone, Tensor together, int row, String mode, Faults faults) {
    if (together.shape().length == 0) {
      faults.unless(false, "%s '%s' is one figure of the whole batch", mode, name);
      return;
    }
    Tensor own = together.select(row);
    double difference = own.plus(alone, -1).largest();
    faults.unless(
        difference <= 1e-9 * Math.max(1, alone.largest()),
        "%s '%s' of example %d: alone %.9g, in a batch of %d %.9g",
        mode,
        name,
        row,
        alone.values()[0],
        ROWS,
        own.values()[0]);
  }
}
