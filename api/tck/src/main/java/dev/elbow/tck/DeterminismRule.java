package dev.elbow.tck;

import java.util.Arrays;
import java.util.Map;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.buffer.DataType;

/** C6. */
final class DeterminismRule {
  private DeterminismRule() {}

  static <P> void check(Subject<P> subject, Scene<P> scene) {
    Faults faults = new Faults();
    Bench bench = subject.bench(scene);
    noRandomOperations(bench, faults);
    bench.parameters().moved(2);
    Batch batch = bench.batch(4, 21);
    Map<String, Tensor> once = bench.run(batch);
    same(once, bench.run(batch), "a second run", faults);

    Bench again = subject.fresh(scene, DataType.DOUBLE, true);
    again.parameters().set(bench.parameters().values());
    same(once, again.run(batch), "a second graph of the same part", faults);
    faults.report();
  }

  private static void noRandomOperations(Bench bench, Faults faults) {
    for (SameDiffOp op : bench.graph().sameDiff().getOps().values()) {
      faults.unless(
          !op.getOp().getClass().getPackageName().startsWith("org.nd4j.linalg.api.ops.random"),
          "the graph draws random numbers itself, by the operation '%s': ask graph.noise(...)",
          op.getOp().opName());
    }
  }

  static void same(
      Map<String, Tensor> expected, Map<String, Tensor> found, String where, Faults faults) {
    expected.forEach(
        (name, tensor) ->
            faults.unless(
                Arrays.equals(tensor.values(), found.get(name).values()),
                "'%s' differs in %s: expected %s, found %s",
                name,
                where,
                shown(tensor),
                shown(found.get(name))));
  }

  private static String shown(Tensor tensor) {
    return Arrays.toString(Arrays.copyOf(tensor.values(), Math.min(4, tensor.values().length)));
  }
}
