package dev.elbow.tck;

import dev.elbow.spi.Bound;
import dev.elbow.spi.Divergence;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** D6. */
final class BoundRule {
  private static final int ROWS = 6;

  private BoundRule() {}

  static void check(Subject<Divergence> subject, List<Scene<Divergence>> scenes, boolean expected) {
    Faults faults = new Faults();
    for (Scene<Divergence> scene : scenes) {
      Bound bound = boundOf(subject, scene);
      faults.unless(
          bound.holds() == expected,
          "%s: expected a term that %s of a bound, found %s; is BOUND missing or not?",
          scene.label(),
          expected ? "is part" : "is no part",
          bound);
      faults.unless(!bound.reason().isBlank(), "%s: the bound gives no reason", scene.label());
      if (bound.holds()) {
        compare(subject.bench(scene), scene, faults);
      }
    }
    faults.report();
  }

  private static Bound boundOf(Subject<Divergence> subject, Scene<Divergence> scene) {
    int latent = scene.context().latentSize();
    AtomicReference<Bound> bound = new AtomicReference<>();
    Bench.build(
        bench -> {
          Stage stage = bench.stage(Scene.SCOPE, "");
          KnownLatent codes =
              new KnownLatent(stage, new KnownPosterior(latent), KnownPrior.standard(latent));
          Divergence part = subject.part(scene.context());
          bound.set(part.build(stage.graph(), codes).bound());
        });
    return bound.get();
  }

  private static void compare(Bench bench, Scene<Divergence> scene, Faults faults) {
    int latent = scene.context().latentSize();
    bench.parameters().moved(131);
    Batch batch = bench.batch(ROWS, 131);
    Tensor loss = bench.run(batch, DivergenceRules.LOSS);
    if (loss.shape().length == 0) {
      faults.unless(false, "%s: expected the KL of each example, found a scalar", scene.label());
      return;
    }
    for (int row = 0; row < ROWS; row++) {
      double[] parameters = batch.get(KnownLatent.PARAMETERS).rowValues(row);
      double kl = 0;
      for (int i = 0; i < latent; i++) {
        double mean = parameters[i];
        double l = parameters[latent + i];
        kl += 0.5 * (mean * mean + Math.exp(l) - 1 - l);
      }
      faults.unlessClose(loss.values()[row], kl, 1e-9, "%s, KL of example %d", scene.label(), row);
    }
  }
}
