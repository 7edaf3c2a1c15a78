package dev.elbow.tck;

import dev.elbow.spi.Decoder;

/**
 * X5. Sampling starts once from zeros and once from ones, with the same noise: as long as both
 * differ a feature is not filled, and whatever looks at it makes the results differ.
 */
final class StepwiseRule {
  private static final int ROWS = 3;

  private StepwiseRule() {}

  static void check(Subject<Decoder> subject, Scene<Decoder> scene, boolean expected) {
    Faults faults = new Faults();
    boolean offered = subject.part(scene.context()).stepwise().isPresent();
    faults.presence(offered, expected, Feature.STEPWISE, "stepwise()", scene.label());
    if (offered) {
      Bench bench = DataRules.evaluation(subject, scene);
      run(new Sampler(subject, scene, bench), bench.batch(ROWS, 171), faults);
    }
    faults.report();
  }

  private static void run(Sampler sampler, Batch codes, Faults faults) {
    faults.unless(sampler.steps() > 0, "expected at least one step, found %d", sampler.steps());
    Tensor fromZeros = sampler.filledWith(ROWS, 0);
    Tensor fromOnes = sampler.filledWith(ROWS, 1);
    for (int step = 0; step < sampler.steps(); step++) {
      Tensor nextZeros = sampler.step(codes, fromZeros, step);
      Tensor nextOnes = sampler.step(codes, fromOnes, step);
      for (int i = 0; i < nextZeros.values().length; i++) {
        boolean wasFilled = fromZeros.values()[i] == fromOnes.values()[i];
        faults.unless(
            !wasFilled || nextZeros.values()[i] == fromZeros.values()[i],
            "step %d changes feature %d, which was filled before",
            step,
            i % nextZeros.width());
      }
      fromZeros = nextZeros;
      fromOnes = nextOnes;
    }
    for (int i = 0; i < fromZeros.values().length; i++) {
      faults.unless(
          fromZeros.values()[i] == fromOnes.values()[i],
          "after all steps feature %d is %.6g from zeros and %.6g from ones: it was not filled, or"
              + " features were looked at before they were filled",
          i % fromZeros.width(),
          fromZeros.values()[i],
          fromOnes.values()[i]);
    }
  }
}
