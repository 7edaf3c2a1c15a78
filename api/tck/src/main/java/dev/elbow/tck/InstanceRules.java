package dev.elbow.tck;

import java.util.LinkedHashMap;
import java.util.Map;

/** C8. */
final class InstanceRules {
  private static final String OTHER = "other";

  private InstanceRules() {}

  static <P> void check(Subject<P> subject, Scene<P> scene) {
    Faults faults = new Faults();
    keepApart(subject, scene, faults);
    share(subject, scene, faults);
    faults.report();
  }

  private static <P> void keepApart(Subject<P> subject, Scene<P> scene, Faults faults) {
    Bench alone = subject.bench(scene);
    P first = subject.part(scene.context());
    P second = subject.part(scene.context());
    Bench both =
        Bench.build(
            bench -> {
              scene.application().accept(first, bench.stage(Scene.SCOPE, ""));
              scene.application().accept(second, bench.stage(OTHER, OTHER + "."));
            });
    Batch batch = both.batch(3, 31);
    both.parameters().random(8, 0.7);
    Map<String, Tensor> found = both.run(batch);

    alone.parameters().set(both.parameters().values());
    Map<String, Tensor> expected = alone.run(batch);
    close(expected, found, "", "beside a second instance", faults);

    alone.parameters().set(renamed(both.parameters().values()));
    Batch renamed = new Batch(batch.rows(), withRenamed(batch.tensors()), 0);
    close(alone.run(renamed), found, OTHER + ".", "as the second instance", faults);
  }

  private static <P> void share(Subject<P> subject, Scene<P> scene, Faults faults) {
    Bench alone = subject.bench(scene);
    P part = subject.part(scene.context());
    Bench twice =
        Bench.build(
            bench -> {
              scene.application().accept(part, bench.stage(Scene.SCOPE, ""));
              scene.application().accept(part, bench.stage(Scene.SCOPE, OTHER + "."));
            });
    faults.unless(
        twice.parameters().names().equals(alone.parameters().names()),
        "applied twice in one scope, the part has the parameters %s, expected %s",
        twice.parameters().names(),
        alone.parameters().names());
    Batch batch = twice.batch(3, 32);
    twice.parameters().random(9, 0.7);
    Map<String, Tensor> found = twice.run(batch);
    alone.parameters().set(twice.parameters().values());
    Map<String, Tensor> expected = alone.run(batch);
    close(expected, found, "", "in its first application", faults);
    close(expected, found, OTHER + ".", "in its second application", faults);
  }

  /** What the second instance has, under the first one's names; what they share as it is. */
  private static Map<String, Tensor> renamed(Map<String, Tensor> values) {
    Map<String, Tensor> renamed = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          // the part's own scope, or the one of what the contract puts beside it
          String first = name.replaceFirst("^(contract-)?" + OTHER + "/", "$1" + Scene.SCOPE + "/");
          if (!first.equals(name)) {
            renamed.put(first, value);
          }
        });
    return renamed;
  }

  private static Map<String, Tensor> withRenamed(Map<String, Tensor> tensors) {
    Map<String, Tensor> all = new LinkedHashMap<>(tensors);
    all.putAll(renamed(tensors));
    return all;
  }

  private static void close(
      Map<String, Tensor> expected,
      Map<String, Tensor> found,
      String prefix,
      String where,
      Faults faults) {
    expected.forEach(
        (name, tensor) -> {
          Tensor other = found.get(prefix + name);
          double scale = Math.max(1, tensor.largest());
          faults.unless(
              tensor.plus(other, -1).largest() <= 1e-12 * scale,
              "'%s' differs %s from the part alone by %.3g",
              name,
              where,
              tensor.plus(other, -1).largest());
        });
  }
}
