package dev.elbow.tck;

import dev.elbow.spi.Divergence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** D1 to D3 and D5: a divergence on codes whose distribution is known. */
final class DivergenceRules {
  static final String LOSS = "loss";
  static final String REPORTED = "reported";
  static final String ADVERSARY = "adversary-loss";

  private static final int ROWS = 200;

  private DivergenceRules() {}

  static void checkSmallBatches(Subject<Divergence> subject, List<Scene<Divergence>> scenes) {
    Faults faults = new Faults();
    for (Scene<Divergence> scene : scenes) {
      Bench bench = subject.bench(scene);
      bench.parameters().moved(111);
      Batch one = bench.batch(1, 111);
      finite(bench, one, scene.label() + ", batch of 1", faults);
      finite(bench, one.repeated(5), scene.label() + ", 5 equal codes", faults);
    }
    faults.report();
  }

  private static void finite(Bench bench, Batch batch, String where, Faults faults) {
    bench
        .run(batch)
        .forEach(
            (name, value) ->
                faults.unless(
                    value.isFinite(),
                    "%s: '%s' is %s",
                    where,
                    name,
                    Arrays.toString(value.values())));
    Map<String, Tensor> gradients =
        bench.gradients(Output.Kind.VALUE, batch, List.of(KnownLatent.PARAMETERS));
    gradients.forEach(
        (name, value) ->
            faults.unless(value.isFinite(), "%s: the gradient of the loss is not finite", where));
  }

  /** Codes of N(mean, I). */
  private static Batch shifted(Bench bench, int latent, double mean) {
    double[] row =
        DoubleStream.concat(
                DoubleStream.generate(() -> mean).limit(latent),
                DoubleStream.of(new double[latent]))
            .toArray();
    double[][] rows = IntStream.range(0, ROWS).mapToObj(i -> row).toArray(double[][]::new);
    return bench.batch(ROWS, 112).with(KnownLatent.PARAMETERS, Tensor.matrix(rows));
  }

  static void checkDistance(
      Subject<Divergence> subject, List<Scene<Divergence>> scenes, boolean expected) {
    Faults faults = new Faults();
    for (Scene<Divergence> scene : scenes) {
      Bench bench = subject.bench(scene);
      bench.parameters().moved(113);
      int latent = scene.context().latentSize();
      double near = figure(bench, shifted(bench, latent, 0));
      double far = figure(bench, shifted(bench, latent, 3));
      faults.unless(
          far > 0 && Math.abs(near) < 0.15 * far,
          "%s: expected a figure near 0 for codes from the prior and a positive one for codes"
              + " around 3, found %.6g and %.6g",
          scene.label(),
          near,
          far);
    }
    if (!expected) {
      Faults declared = new Faults();
      declared.unless(
          !faults.isEmpty(), "DISTANCE is declared missing, but the figure behaves as one");
      declared.report();
      return;
    }
    faults.report();
  }

  private static double figure(Bench bench, Batch batch) {
    return Statistics.mean(bench.run(batch, REPORTED).values());
  }

  static void checkDirection(Subject<Divergence> subject, List<Scene<Divergence>> scenes) {
    Faults faults = new Faults();
    for (Scene<Divergence> scene : scenes) {
      Bench bench = subject.bench(scene);
      int latent = scene.context().latentSize();
      for (double mean : new double[] {2, -2}) {
        bench.parameters().moved(114);
        Batch batch = shifted(bench, latent, mean);
        AdversaryRule.learn(bench, batch);
        Tensor gradient =
            bench
                .gradients(Output.Kind.VALUE, batch, List.of(KnownLatent.PARAMETERS))
                .get(KnownLatent.PARAMETERS);
        double[] slopes = Statistics.means(gradient.rowsOfValues());
        for (int i = 0; i < latent; i++) {
          faults.unless(
              slopes[i] * mean > 0,
              "%s: codes around %.0f: expected the gradient by dimension %d to have that sign,"
                  + " found %.6g",
              scene.label(),
              mean,
              i,
              slopes[i]);
        }
      }
    }
    faults.report();
  }

  static void checkMissing(
      Subject<Divergence> subject, Scene<Divergence> scene, boolean works, Faults faults) {
    if (!works) {
      Refusals.check(() -> subject.bench(scene), scene.label(), faults);
      return;
    }
    Bench bench = subject.bench(scene);
    bench.parameters().moved(115);
    finite(bench, bench.batch(4, 115), scene.label(), faults);
  }
}
