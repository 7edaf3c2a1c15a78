package dev.elbow.engine.training.optimizer;

import static dev.elbow.engine.training.optimizer.Denormals.fading;
import static dev.elbow.engine.training.optimizer.Denormals.rounded;
import static dev.elbow.engine.training.optimizer.Denormals.square;

import java.util.List;

/**
 * Nadam, with one decay for all steps.
 *
 * <pre>
 * m = b1 m + (1 - b1) g,   v = b2 v + (1 - b2) g^2
 * p -= rate sqrt(1 - b2^t)  (b1 m / (1 - b1^(t+1)) + (1 - b1) g / (1 - b1^t)) / (sqrt(v) + epsilon)
 * </pre>
 *
 * <p>Source: Dozat, Incorporating Nesterov momentum into Adam, 2016.
 */
record NadamRule(double beta1, double beta2, double epsilon) implements Rule {
  @Override
  public List<String> moments() {
    return List.of("m", "v");
  }

  @Override
  public Kernel at(double rate, long step) {
    double size = rate * Math.sqrt(Bias.of(beta2, step));
    float ahead = (float) (size * beta1 / Bias.of(beta1, step + 1));
    float now = (float) (size * (1 - beta1) / Bias.of(beta1, step));
    float b1 = (float) beta1;
    float c1 = (float) (1 - beta1);
    float b2 = (float) beta2;
    float c2 = (float) (1 - beta2);
    float e = (float) epsilon;
    return (p, g, s, n) -> {
      float[] m = s[0];
      float[] v = s[1];
      for (int i = 0; i < n; i++) {
        float gi = rounded(g[i]);
        float mi = fading(b1 * m[i] + c1 * gi);
        float vi = b2 * v[i] + c2 * square(gi);
        m[i] = mi;
        v[i] = vi;
        p[i] -= (ahead * mi + now * gi) / ((float) Math.sqrt(vi) + e);
      }
    };
  }
}
