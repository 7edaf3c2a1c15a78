package dev.elbow.cli.measure;

import java.util.List;

/**
 * A candidate and its steps.
 *
 * @param steps in the order of the configurations; empty if it was not measured
 * @param refused why it was not; empty otherwise
 */
record Measured(Candidate candidate, List<StepFigures> steps, String refused) {

  static Measured of(Candidate candidate, List<StepFigures> steps) {
    return new Measured(candidate, List.copyOf(steps), "");
  }

  static Measured refused(Candidate candidate, String reason) {
    return new Measured(candidate, List.of(), reason);
  }

  boolean isMeasured() {
    return !steps.isEmpty();
  }
}
