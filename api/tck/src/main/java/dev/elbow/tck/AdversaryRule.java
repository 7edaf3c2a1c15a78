package dev.elbow.tck;

import java.util.List;
import java.util.Map;

/** D4, and an adversary's lessons. */
final class AdversaryRule {
  private static final int LESSONS = 60;
  private static final double RATE = 0.1;

  private AdversaryRule() {}

  static void check(Bench bench) {
    Faults faults = new Faults();
    List<String> adversary = bench.parameters().names(Output.Kind.ADVERSARY);
    boolean hasLoss = bench.hasLoss(Output.Kind.ADVERSARY);
    faults.unless(
        hasLoss == !adversary.isEmpty(),
        "expected an adversary's loss and parameters made through graph.adversary(...) together,"
            + " found the parameters %s and %s",
        adversary,
        hasLoss ? "a loss" : "no loss");
    if (hasLoss) {
      bench.parameters().moved(121);
      Batch batch = bench.batch(8, 121);
      untouched(bench, Output.Kind.VALUE, adversary, batch, "the model's loss", faults);
      List<String> model = bench.parameters().names(Output.Kind.VALUE);
      untouched(bench, Output.Kind.ADVERSARY, model, batch, "the adversary's loss", faults);
      List<String> codes = bench.differentiatedInputs();
      untouched(bench, Output.Kind.ADVERSARY, codes, batch, "the adversary's loss", faults);
    }
    faults.report();
  }

  private static void untouched(
      Bench bench, Output.Kind kind, List<String> names, Batch batch, String loss, Faults faults) {
    bench
        .gradients(kind, batch, names)
        .forEach(
            (name, gradient) ->
                faults.unless(
                    gradient.largest() == 0,
                    "%s moves '%s': expected no gradient, found %.3g",
                    loss,
                    name,
                    gradient.largest()));
  }

  /** Lets the adversary, if there is one, descend its loss on this batch. */
  static void learn(Bench bench, Batch batch) {
    if (!bench.hasLoss(Output.Kind.ADVERSARY)) {
      return;
    }
    List<String> names = bench.parameters().names(Output.Kind.ADVERSARY);
    for (int lesson = 0; lesson < LESSONS; lesson++) {
      Map<String, Tensor> gradients = bench.gradients(Output.Kind.ADVERSARY, batch, names);
      gradients.forEach(
          (name, gradient) ->
              bench.parameters().set(name, bench.parameters().value(name).plus(gradient, -RATE)));
    }
  }
}
