package dev.elbow.tck;

import org.nd4j.linalg.api.buffer.DataType;

/** C11. */
final class FelixRule {
  private FelixRule() {}

  static <P> void check(Subject<P> onClassPath, Subject<P> inFramework, Scene<P> scene) {
    Faults faults = new Faults();
    Bench outside = onClassPath.bench(scene);
    Bench inside = inFramework.fresh(scene, DataType.DOUBLE, true);
    faults.unless(
        inside.parameters().names().equals(outside.parameters().names()),
        "inside the framework the parameters are %s, on the class path %s",
        inside.parameters().names(),
        outside.parameters().names());
    outside.parameters().moved(7);
    inside.parameters().set(outside.parameters().values());
    Batch batch = outside.batch(3, 61);
    DeterminismRule.same(outside.run(batch), inside.run(batch), "the framework", faults);
    faults.report();
  }
}
