package dev.elbow.engine.evaluation;

import dev.elbow.engine.evaluation.ObjectiveBound.Part;
import dev.elbow.engine.model.TrainingGraph.TermInfo;

/**
 * A term of the objective on a data set.
 *
 * @param term what it says of itself
 * @param weight in the objective
 * @param reported the figure to read, in the term's own unit, without the weight
 * @param minimised the loss, without the weight; of a surrogate only the gradient means something
 */
public record TermEstimate(TermInfo term, double weight, Estimate reported, Estimate minimised) {

  Part part() {
    return new Part(term.name(), term.bound(), weight, minimised.mean());
  }
}
