package dev.elbow.engine.training;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.graph.execution.Parallelism;
import dev.elbow.spi.InputException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where a training stands: everything beside the tensors that the next step depends on, and the
 * sums of the epoch under way. Noise needs no state: it is a function of seed and step.
 */
final class Progress {
  /** Steps taken. */
  long step;

  /** Epochs completed. */
  int epoch;

  /** Steps taken in the epoch under way. */
  int stepInEpoch;

  /** Examples seen in the epoch under way. */
  long examples;

  double objectiveSum;
  double reconstructionSum;
  final double[] termSums;

  /** Seconds spent training, over all sessions. */
  double seconds;

  /** The best validation objective, and the epochs since. */
  double best = Double.POSITIVE_INFINITY;

  int epochsSinceBest;

  /** How the threads share a step: another way gives other roundings. */
  Optional<Parallelism> parallelism = Optional.empty();

  Progress(int terms) {
    this.termSums = new double[terms];
  }

  void add(StepResult result, int size) {
    step++;
    stepInEpoch++;
    examples += size;
    objectiveSum += result.objective() * size;
    reconstructionSum += result.reconstruction() * size;
    for (int i = 0; i < termSums.length; i++) {
      termSums[i] += result.terms()[i] * size;
    }
  }

  /** The means of the epoch under way. */
  StepResult means() {
    double[] terms = new double[termSums.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = termSums[i] / examples;
    }
    return new StepResult(objectiveSum / examples, reconstructionSum / examples, terms);
  }

  void completeEpoch() {
    epoch++;
    stepInEpoch = 0;
    examples = 0;
    objectiveSum = 0;
    reconstructionSum = 0;
    Arrays.fill(termSums, 0);
  }

  /** Doubles are written so that they read back to the same bits. */
  void write(ObjectNode json) {
    json.put("step", step).put("epoch", epoch).put("stepInEpoch", stepInEpoch);
    json.put("examples", examples).put("seconds", seconds);
    json.put("objectiveSum", objectiveSum).put("reconstructionSum", reconstructionSum);
    ArrayNode sums = json.putArray("termSums");
    for (double sum : termSums) {
      sums.add(sum);
    }
    json.put("epochsSinceBest", epochsSinceBest);
    parallelism.ifPresent(p -> json.put("threads", p.threads()).put("replicas", p.replicas()));
    if (Double.isFinite(best)) {
      json.put("best", best);
    }
  }

  static Progress read(ObjectNode json, int terms, String place) {
    Progress progress = new Progress(terms);
    if (!json.path("termSums").isArray() || json.path("termSums").size() != terms) {
      throw new InputException(
          "CHECKPOINT-MISMATCH",
          "the checkpoint was written for another objective",
          place,
          "Resume with the run's own configuration.");
    }
    progress.step = json.path("step").asLong();
    progress.epoch = json.path("epoch").asInt();
    progress.stepInEpoch = json.path("stepInEpoch").asInt();
    progress.examples = json.path("examples").asLong();
    progress.seconds = json.path("seconds").asDouble();
    progress.objectiveSum = json.path("objectiveSum").asDouble();
    progress.reconstructionSum = json.path("reconstructionSum").asDouble();
    for (int i = 0; i < terms; i++) {
      progress.termSums[i] = json.path("termSums").get(i).asDouble();
    }
    progress.best = json.path("best").asDouble(Double.POSITIVE_INFINITY);
    progress.epochsSinceBest = json.path("epochsSinceBest").asInt();
    if (json.has("replicas")) {
      progress.parallelism =
          Optional.of(
              new Parallelism(json.path("threads").asInt(1), json.path("replicas").asInt(1)));
    }
    return progress;
  }
}
