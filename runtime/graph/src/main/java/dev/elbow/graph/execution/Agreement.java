package dev.elbow.graph.execution;

import dev.elbow.graph.Feeds;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Whether two ways to execute a step give the same gradient, but for the order of sums. */
final class Agreement {
  /** Of the norm of the difference to that of the gradient: a thousand roundings of a float. */
  private static final double TOLERANCE = 1e-4;

  private Agreement() {}

  static boolean of(StepExecution expected, StepExecution actual, Feeds feeds) {
    expected.run(feeds);
    INDArray reference = sum(expected.gradients());
    actual.run(feeds);
    INDArray other = sum(actual.gradients());
    double norm = reference.norm2Number().doubleValue();
    double difference = other.subi(reference).norm2Number().doubleValue();
    reference.close();
    other.close();
    return difference <= TOLERANCE * norm;
  }

  private static INDArray sum(List<Gradient> gradients) {
    INDArray sum = gradients.get(0).flat().mul(gradients.get(0).weight());
    for (Gradient gradient : gradients.subList(1, gradients.size())) {
      try (INDArray part = gradient.flat().mul(gradient.weight())) {
        sum.addi(part);
      }
    }
    return sum;
  }
}
