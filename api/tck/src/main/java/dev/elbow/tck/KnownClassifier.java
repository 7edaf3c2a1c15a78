package dev.elbow.tck;

import dev.elbow.spi.Classifier;
import dev.elbow.spi.Examples;
import dev.elbow.spi.Matrix;

/**
 * Tells in which quarter of N(0, 1) the first code z_0 lies, from u_0 = w_0'(x - b) / |w_0|^2. The
 * features are u_i of each dimension that is used: of decoded codes, these codes themselves.
 */
record KnownClassifier(LinearGaussian law, Examples test) implements Classifier {
  static final int CLASSES = 4;

  /** The quartiles of N(0, 1), between two that every number lies between. */
  private static final double[] BORDERS = {-1e9, -0.6744897501960817, 0, 0.6744897501960817, 1e9};

  private static final double WIDTH = 0.1;

  /** The quarter of a code. */
  static int label(double z) {
    int label = 0;
    while (z >= BORDERS[label + 1]) {
      label++;
    }
    return label;
  }

  @Override
  public int classes() {
    return CLASSES;
  }

  @Override
  public double accuracy() {
    int[] labels = test.labels().orElseThrow();
    Matrix features = features(test.pixels());
    int right = 0;
    for (int r = 0; r < labels.length; r++) {
      right += label(features.at(r, 0)) == labels[r] ? 1 : 0;
    }
    return (double) right / labels.length;
  }

  @Override
  public String description() {
    return "quarter of the first code";
  }

  /** Steps of logistic functions at the borders: they add up to 1. */
  @Override
  public Matrix probabilities(Matrix pixels) {
    Matrix features = features(pixels);
    float[] values = new float[pixels.rows() * CLASSES];
    for (int r = 0; r < pixels.rows(); r++) {
      double code = features.at(r, 0);
      for (int c = 0; c < CLASSES; c++) {
        values[r * CLASSES + c] = (float) (below(BORDERS[c + 1], code) - below(BORDERS[c], code));
      }
    }
    return new Matrix(pixels.rows(), CLASSES, values);
  }

  private static double below(double border, double code) {
    return 1 / (1 + Math.exp((code - border) / WIDTH));
  }

  @Override
  public Matrix features(Matrix pixels) {
    double[] squares = law.squaredLengths();
    int used = squares.length > 1 ? squares.length - 1 : 1;
    float[] values = new float[pixels.rows() * used];
    for (int r = 0; r < pixels.rows(); r++) {
      float[] x = pixels.row(r);
      for (int i = 0; i < used; i++) {
        values[r * used + i] = (float) (law.projection(x, i) / squares[i]);
      }
    }
    return new Matrix(pixels.rows(), used, values);
  }
}
