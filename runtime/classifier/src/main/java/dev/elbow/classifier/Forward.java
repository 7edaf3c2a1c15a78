package dev.elbow.classifier;

import dev.elbow.spi.Classifier;
import dev.elbow.spi.Matrix;
import org.nd4j.linalg.schedule.FixedSchedule;

/** A trained network that answers; it holds nothing but its parameters on the Java heap. */
final class Forward implements Classifier {
  static final int BATCH = 256;

  private final Design design;
  private final Weights weights;
  private final String data;

  /**
   * @param data what it was trained on, for the description
   */
  Forward(Design design, Weights weights, String data) {
    this.design = design;
    this.weights = weights;
    this.data = data;
  }

  @Override
  public int classes() {
    return design.classes();
  }

  @Override
  public double accuracy() {
    return weights.accuracy();
  }

  @Override
  public String description() {
    return "%s, trained on %s (design %d)".formatted(design, data, Design.VERSION);
  }

  @Override
  public Matrix probabilities(Matrix pixels) {
    return each(pixels, design.classes(), Network::probabilities);
  }

  @Override
  public Matrix features(Matrix pixels) {
    return each(pixels, Design.HIDDEN, Network::features);
  }

  private interface Question {
    float[] ask(Network network, float[] pixels, int count);
  }

  private Matrix each(Matrix pixels, int width, Question question) {
    if (pixels.columns() != design.shape().features()) {
      throw new IllegalArgumentException(
          "expected %d features, found %d".formatted(design.shape().features(), pixels.columns()));
    }
    float[] answers = new float[Math.multiplyExact(pixels.rows(), width)];
    NativeThread.run(
        "classifier",
        () -> {
          fill(answers, pixels, width, question);
          return answers;
        });
    return new Matrix(pixels.rows(), width, answers);
  }

  private void fill(float[] answers, Matrix pixels, int width, Question question) {
    try (Network network = new Network(design, new FixedSchedule(0))) {
      network.setParameters(weights.parameters());
      int features = pixels.columns();
      for (int from = 0; from < pixels.rows(); from += BATCH) {
        int count = Math.min(BATCH, pixels.rows() - from);
        float[] part = new float[count * features];
        System.arraycopy(pixels.values(), from * features, part, 0, part.length);
        float[] rows = question.ask(network, part, count);
        System.arraycopy(rows, 0, answers, from * width, rows.length);
      }
    }
  }
}
