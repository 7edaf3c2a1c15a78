package dev.elbow.engine.training;

import dev.elbow.engine.model.TrainingGraph.TermInfo;
import dev.elbow.spi.FailureException;
import java.util.List;

/** Stops a training whose figures are no longer numbers, and says which and when. */
record FiniteCheck(List<TermInfo> terms, long step) {

  void require(StepResult figures) {
    require("reconstruction", figures.reconstruction());
    for (int i = 0; i < terms.size(); i++) {
      require(terms.get(i).name(), figures.terms()[i]);
    }
    require("objective", figures.objective());
  }

  private void require(String term, double value) {
    if (!Double.isFinite(value)) {
      throw failure("the term '" + term + "' is " + value, step);
    }
  }

  private static FailureException failure(String problem, long step) {
    return new FailureException(
        "TRAIN-NOT-FINITE",
        problem,
        "step " + (step + 1),
        "The last good checkpoint is kept. Lower training.optimizer.learningRate, set"
            + " training.gradientClipping.norm, or warm the weights up.");
  }
}
