package dev.elbow.plugin.metric.probe;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import dev.elbow.spi.Matrix;

/**
 * A linear classifier by LIBLINEAR (Fan et al. 2008): for each class against the others it
 * minimises
 *
 * <pre>|w|^2 / 2 + C sum_i log(1 + exp(-y_i w.(x_i, 1)))</pre>
 *
 * <p>by Newton's method, which draws nothing at random.
 */
final class LogisticRegression {
  static final double C = 1;
  private static final double TOLERANCE = 1e-3;

  private final Model model;

  private LogisticRegression(Model model) {
    this.model = model;
  }

  /** Learns from rows and their classes. */
  static LogisticRegression of(Matrix rows, int[] labels) {
    // its progress goes to standard output otherwise
    Linear.disableDebugOutput();
    Problem problem = new Problem();
    problem.l = rows.rows();
    problem.n = rows.columns() + 1;
    problem.bias = 1;
    problem.x = new Feature[problem.l][];
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      problem.x[i] = features(rows, i);
      problem.y[i] = labels[i];
    }
    return new LogisticRegression(
        Linear.train(problem, new Parameter(SolverType.L2R_LR, C, TOLERANCE)));
  }

  /** The share of rows whose class it tells right. */
  double accuracy(Matrix rows, int[] labels) {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += Linear.predict(model, features(rows, i)) == labels[i] ? 1 : 0;
    }
    return (double) right / labels.length;
  }

  /** LIBLINEAR counts from 1; the last is the constant. */
  private static Feature[] features(Matrix rows, int row) {
    Feature[] features = new Feature[rows.columns() + 1];
    for (int i = 0; i < rows.columns(); i++) {
      features[i] = new FeatureNode(i + 1, rows.at(row, i));
    }
    features[rows.columns()] = new FeatureNode(rows.columns() + 1, 1);
    return features;
  }
}
