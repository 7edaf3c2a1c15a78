package dev.elbow.engine.training.optimizer;

import static dev.elbow.engine.training.optimizer.Denormals.rounded;
import static dev.elbow.engine.training.optimizer.Denormals.square;

import java.util.List;

/**
 * RMSProp.
 *
 * <pre>
 * v = decay v + (1 - decay) g^2
 * p -= rate g / (sqrt(v) + epsilon)
 * </pre>
 *
 * <p>Source: Tieleman and Hinton, Neural networks for machine learning, 2012, lecture 6.5.
 */
record RmsPropRule(double decay, double epsilon) implements Rule {
  @Override
  public List<String> moments() {
    return List.of("v");
  }

  @Override
  public Kernel at(double rate, long step) {
    float size = (float) rate;
    float b = (float) decay;
    float c = (float) (1 - decay);
    float e = (float) epsilon;
    return (p, g, s, n) -> {
      float[] v = s[0];
      for (int i = 0; i < n; i++) {
        float gi = rounded(g[i]);
        float vi = b * v[i] + c * square(gi);
        v[i] = vi;
        p[i] -= size * gi / ((float) Math.sqrt(vi) + e);
      }
    };
  }
}
