package dev.elbow.tck;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * C5. Each tensor is moved along a random direction: a gradient that is wrong in any element misses
 * the central difference, at the cost of two runs.
 */
final class GradientRule {
  /** A kink, as of relu, may lie within a step, or cancellation drown it: then the next decides. */
  private static final double[] STEPS = {1e-5, 1e-5, 1e-4};

  private static final double RELATIVE = 1e-6;
  private static final double ROUNDING = 1e-9;
  private static final double NEARLY_ZERO = 1e-10;
  private static final int SEVERAL = 4;

  private final Bench bench;
  private final Output.Kind kind;
  private final String scene;
  private final Faults faults;
  private final Set<String> zeros = new LinkedHashSet<>();
  private final Set<String> different = new LinkedHashSet<>();

  private GradientRule(Bench bench, Output.Kind kind, String scene, Faults faults) {
    this.bench = bench;
    this.kind = kind;
    this.scene = scene;
    this.faults = faults;
  }

  /**
   * @param exact whether gradients must be derivatives; otherwise some must not be
   */
  static <P> void check(Subject<P> subject, List<Scene<P>> scenes, boolean exact) {
    Faults faults = new Faults();
    Set<String> different = new LinkedHashSet<>();
    for (Scene<P> scene : scenes) {
      // where one dimension is all there is, masks may cut parameters off by design
      boolean used = scene == scenes.get(scenes.size() - 1);
      for (Output.Kind kind : List.of(Output.Kind.VALUE, Output.Kind.ADVERSARY)) {
        Bench bench = subject.bench(scene);
        if (bench.hasLoss(kind)) {
          GradientRule rule = new GradientRule(bench, kind, scene.label(), faults);
          rule.run(used);
          different.addAll(rule.different);
        }
      }
    }
    if (exact) {
      different.forEach(each -> faults.unless(false, "%s", each));
    } else {
      faults.unless(
          !different.isEmpty(),
          "TRUE_GRADIENT is declared missing, but every gradient equals finite differences");
    }
    faults.report();
  }

  private void run(boolean used) {
    bench.parameters().moved(3);
    List<Double> epochs = bench.graph().usesEpoch() ? List.of(0.0, 1e6) : List.of(0.0);
    Set<String> everywhere = null;
    for (double epoch : epochs) {
      for (int rows : new int[] {1, SEVERAL}) {
        zeros.clear();
        differences(bench.batch(rows, 5 + rows).atEpoch(epoch));
      }
      if (everywhere == null) {
        everywhere = new LinkedHashSet<>(zeros);
      }
      everywhere.retainAll(zeros);
    }
    if (used) {
      everywhere.forEach(
          name ->
              faults.unless(false, "%s: the gradient by %s is 0: it has no effect", scene, name));
    }
  }

  private void differences(Batch batch) {
    double loss = bench.loss(kind, batch);
    List<String> names = new ArrayList<>(bench.parameters().names(kind));
    List<String> inputs =
        kind == Output.Kind.VALUE ? bench.differentiatedInputs() : List.<String>of();
    names.addAll(inputs);
    Map<String, Tensor> gradients = bench.gradients(kind, batch, names);
    for (String name : names) {
      boolean isInput = inputs.contains(name);
      Tensor at = isInput ? batch.get(name) : bench.parameters().value(name);
      Tensor gradient = gradients.getOrDefault(name, at.map(v -> 0));
      checkOne(name, isInput, at, gradient, batch, loss);
    }
  }

  private void checkOne(
      String name, boolean isInput, Tensor at, Tensor gradient, Batch batch, double loss) {
    String what = (isInput ? "input '" : "parameter '") + name + "', batch of " + batch.rows();
    faults.unless(gradient.isFinite(), "%s: the gradient by %s is not finite", scene, what);
    noteZeros(name, isInput, gradient);
    double norm = Math.sqrt(gradient.dot(gradient));
    double tolerance = RELATIVE * norm + ROUNDING * Math.max(1, Math.abs(loss));
    String problem = null;
    for (int direction = 0; direction < STEPS.length; direction++) {
      Tensor way = Draw.NORMAL.tensor(direction + 1, "direction", at.shape());
      double length = Math.sqrt(way.dot(way));
      Tensor unit = way.map(v -> v / length);
      double expected = difference(name, isInput, at, unit, STEPS[direction], batch);
      double found = gradient.dot(unit);
      if (Math.abs(found - expected) <= tolerance) {
        return;
      }
      problem =
          "%s: the gradient by %s along a direction: expected %.9g from finite differences, found %.9g"
              .formatted(scene, what, expected, found);
    }
    different.add(problem);
  }

  private void noteZeros(String name, boolean isInput, Tensor gradient) {
    if (!isInput) {
      if (gradient.largest() < NEARLY_ZERO) {
        zeros.add("parameter '" + name + "'");
      }
      return;
    }
    for (int column = 0; column < gradient.width(); column++) {
      double largest = 0;
      for (int i = column; i < gradient.values().length; i += gradient.width()) {
        largest = Math.max(largest, Math.abs(gradient.values()[i]));
      }
      if (largest < NEARLY_ZERO) {
        zeros.add("input '%s', column %d".formatted(name, column));
      }
    }
  }

  private double difference(
      String name, boolean isInput, Tensor at, Tensor unit, double step, Batch batch) {
    double above = lossAt(name, isInput, at.plus(unit, step), batch);
    double below = lossAt(name, isInput, at.plus(unit, -step), batch);
    if (!isInput) {
      bench.parameters().set(name, at);
    }
    return (above - below) / (2 * step);
  }

  private double lossAt(String name, boolean isInput, Tensor value, Batch batch) {
    if (isInput) {
      return bench.loss(kind, batch.with(name, value));
    }
    bench.parameters().set(name, value);
    return bench.loss(kind, batch);
  }
}
