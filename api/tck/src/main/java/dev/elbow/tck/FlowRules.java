package dev.elbow.tck;

import dev.elbow.graph.numeric.LogDeterminant;
import dev.elbow.spi.Flow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** F2 to F5: a flow against the numeric Jacobian of its own map. */
final class FlowRules {
  static final String Z = "z";
  static final String GIVEN = "given";
  static final String FORWARD = "forward";
  static final String LOG_DETERMINANT = "forward-log-determinant";
  static final String INVERSE = "inverse";
  static final String INVERSE_LOG_DETERMINANT = "inverse-log-determinant";

  private static final int POINTS = 24;
  private static final double[] SCALES = {0.5, 2, 8};

  /** Where the map is flatter than this, differences say nothing. */
  private static final double FLATTEST = Math.log(1e-4);

  private FlowRules() {}

  static void checkLogDeterminant(Subject<Flow> subject, List<Scene<Flow>> scenes) {
    Faults faults = new Faults();
    for (Scene<Flow> scene : scenes) {
      Bench bench = subject.bench(scene);
      for (double scale : SCALES) {
        Batch batch = points(bench, scale, false);
        compare(bench, batch, scene.label() + ", parameters of scale " + scale, faults);
      }
    }
    faults.report();
  }

  private static void compare(Bench bench, Batch batch, String where, Faults faults) {
    double[][][] jacobians = Jacobians.of(bench, batch, FORWARD, Z);
    double[] stated = bench.run(batch, LOG_DETERMINANT).values();
    for (int i = 0; i < batch.rows(); i++) {
      double expected = LogDeterminant.of(jacobians[i]);
      if (expected > FLATTEST) {
        double error = 1e-7 * Math.exp(-expected) * (1 + largest(jacobians[i]));
        faults.unlessClose(stated[i], expected, Math.max(1e-5, error), where + ", point %d", i);
      } else {
        faults.unless(
            stated[i] < FLATTEST + 1,
            "%s, point %d: expected below %.3g, found %.9g",
            where,
            i,
            FLATTEST + 1,
            stated[i]);
      }
    }
  }

  private static double largest(double[][] matrix) {
    double product = 1;
    for (double[] row : matrix) {
      product *=
          Math.max(1, IntStream.range(0, row.length).mapToDouble(j -> Math.abs(row[j])).sum());
    }
    return product;
  }

  /** All points share one set of parameters. A sign that changes is a fold between the points. */
  static void checkOneToOne(Subject<Flow> subject, List<Scene<Flow>> scenes) {
    Faults faults = new Faults();
    for (Scene<Flow> scene : scenes) {
      Bench bench = subject.bench(scene);
      for (int trial = 0; trial < 4; trial++) {
        for (double scale : SCALES) {
          Batch batch = points(bench, scale * (1 + 0.37 * trial), true);
          String where = "%s, parameters of scale %.2g".formatted(scene.label(), scale);
          signs(bench, batch, where, faults);
        }
      }
    }
    faults.report();
  }

  private static void signs(Bench bench, Batch batch, String where, Faults faults) {
    double[][][] jacobians = Jacobians.of(bench, batch, FORWARD, Z);
    int positive = 0;
    int negative = 0;
    for (double[][] jacobian : jacobians) {
      if (LogDeterminant.of(jacobian) > FLATTEST) {
        positive += LogDeterminant.sign(jacobian) > 0 ? 1 : 0;
        negative += LogDeterminant.sign(jacobian) < 0 ? 1 : 0;
      }
    }
    faults.unless(
        positive == 0 || negative == 0,
        "%s: the determinant is positive at %d points and negative at %d: the map folds",
        where,
        positive,
        negative);
    faults.unless(
        bench.run(batch, LOG_DETERMINANT).isFinite(), "%s: a log-determinant is not finite", where);
  }

  /** Points of deviation 2 with random parameters, the same for all points or for each its own. */
  private static Batch points(Bench bench, double scale, boolean shared) {
    long seed = Math.round(1000 * scale);
    bench.parameters().random(seed, scale);
    Batch batch = bench.batch(POINTS, seed).map(Z, z -> z.map(v -> 2 * v));
    if (batch.get(GIVEN) == null) {
      return batch;
    }
    int[] rows = IntStream.range(0, POINTS).map(i -> shared ? 0 : i).toArray();
    return batch.map(GIVEN, given -> given.select(rows).map(v -> v * scale));
  }

  static void checkInverse(Subject<Flow> subject, List<Scene<Flow>> scenes, boolean expected) {
    Faults faults = new Faults();
    for (Scene<Flow> scene : scenes) {
      boolean declared = subject.part(scene.context()).invertible();
      faults.unless(
          declared == expected,
          "%s: expected invertible() to be %s, found %s; is INVERSE missing or not?",
          scene.label(),
          expected,
          declared);
      if (declared && expected) {
        roundTrip(subject.bench(scene), scene.label(), faults);
      } else if (!declared) {
        refusal(subject, scene, faults);
      }
    }
    faults.report();
  }

  private static void roundTrip(Bench bench, String scene, Faults faults) {
    for (double scale : new double[] {0.5, 2}) {
      Batch batch = points(bench, scale, false);
      Map<String, Tensor> there = bench.run(batch);
      Map<String, Tensor> back = bench.run(batch.with(Z, there.get(FORWARD)));
      double tolerance = 1e-7 * Math.max(1, there.get(FORWARD).largest());
      Tensor difference = back.get(INVERSE).plus(batch.get(Z), -1);
      faults.unless(
          difference.largest() <= tolerance,
          "%s, parameters of scale %.2g: the inverse misses z by %.3g",
          scene,
          scale,
          difference.largest());
      Tensor sum = back.get(INVERSE_LOG_DETERMINANT).plus(there.get(LOG_DETERMINANT), 1);
      faults.unless(
          sum.largest() <= tolerance,
          "%s, parameters of scale %.2g: log-determinant and that of the inverse differ by %.3g",
          scene,
          scale,
          sum.largest());
    }
  }

  private static void refusal(Subject<Flow> subject, Scene<Flow> scene, Faults faults) {
    Flow flow = subject.part(scene.context());
    String found = "a result";
    try {
      Bench.build(
          bench -> {
            Stage stage = bench.stage(Scene.SCOPE, "");
            var z = stage.input(Z, scene.context().latentSize());
            int count = flow.parameterCount();
            flow.inverseAndLogDet(
                stage.graph(),
                z,
                count > 0 ? Optional.of(stage.input(GIVEN, count)) : Optional.empty());
          });
    } catch (UnsupportedOperationException documented) {
      return;
    } catch (RuntimeException other) {
      found = other.toString();
    }
    faults.unless(
        false,
        "%s: expected an UnsupportedOperationException of inverseAndLogDet, found %s",
        scene.label(),
        found);
  }

  static void checkTriangular(Bench bench, int[] order) {
    Faults faults = new Faults();
    Batch batch = points(bench, 2, false);
    double[][] slopes = largestSlopes(Jacobians.of(bench, batch, FORWARD, Z));
    double below = 0;
    for (int i = 0; i < order.length; i++) {
      double[] row = slopes[order[i]];
      faults.unless(row[i] > 0, "output %d does not see its own dimension", i);
      for (int j = 0; j < order.length; j++) {
        faults.unless(
            j <= i || row[j] < 1e-9,
            "output %d sees the later dimension %d: slope %.3g",
            i,
            j,
            row[j]);
        below = j < i ? Math.max(below, row[j]) : below;
      }
    }
    faults.unless(below > 0, "no output sees an earlier dimension: nothing is autoregressive");
    faults.report();
  }

  private static double[][] largestSlopes(double[][][] jacobians) {
    int n = jacobians[0].length;
    double[][] largest = new double[n][n];
    for (double[][] jacobian : jacobians) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          largest[i][j] = Math.max(largest[i][j], Math.abs(jacobian[i][j]));
        }
      }
    }
    return largest;
  }
}
