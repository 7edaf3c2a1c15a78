package dev.elbow.tck;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** C4. */
final class ShapeRule {
  private ShapeRule() {}

  static <P> void check(Subject<P> subject, List<Scene<P>> scenes) {
    Faults faults = new Faults();
    for (Scene<P> scene : scenes) {
      Bench bench = subject.bench(scene);
      for (int rows : new int[] {1, 4}) {
        Map<String, Tensor> results = bench.run(bench.batch(rows, 11));
        for (Output output : bench.outputs()) {
          checkOne(output, results.get(output.name()), rows, scene.label(), faults);
        }
      }
    }
    faults.report();
  }

  private static void checkOne(Output output, Tensor found, int rows, String scene, Faults faults) {
    faults.unless(
        fits(output, found.shape(), rows),
        "%s, batch of %d: expected '%s' of shape %s, found %s",
        scene,
        rows,
        output.name(),
        output.shapePerExample() == null
            ? "[%d] or a scalar".formatted(rows)
            : Arrays.toString(output.expectedShape(rows)),
        Arrays.toString(found.shape()));
    faults.unless(
        found.isFinite(), "%s, batch of %d: '%s' is not finite", scene, rows, output.name());
  }

  private static boolean fits(Output output, long[] shape, int rows) {
    return output.shapePerExample() == null
        ? shape.length == 0 || Arrays.equals(shape, new long[] {rows})
        : Arrays.equals(shape, output.expectedShape(rows));
  }
}
