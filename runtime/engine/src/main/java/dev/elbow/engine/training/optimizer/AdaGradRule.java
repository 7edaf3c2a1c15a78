package dev.elbow.engine.training.optimizer;

import static dev.elbow.engine.training.optimizer.Denormals.rounded;
import static dev.elbow.engine.training.optimizer.Denormals.square;

import java.util.List;

/**
 * AdaGrad.
 *
 * <pre>
 * h = h + g^2
 * p -= rate g / (sqrt(h) + epsilon)
 * </pre>
 *
 * <p>Source: Duchi, Hazan and Singer, Adaptive subgradient methods, 2011, with diagonal matrices.
 */
record AdaGradRule(double epsilon) implements Rule {
  @Override
  public List<String> moments() {
    return List.of("h");
  }

  @Override
  public Kernel at(double rate, long step) {
    float size = (float) rate;
    float e = (float) epsilon;
    return (p, g, s, n) -> {
      float[] h = s[0];
      for (int i = 0; i < n; i++) {
        float gi = rounded(g[i]);
        float hi = h[i] + square(gi);
        h[i] = hi;
        p[i] -= size * gi / ((float) Math.sqrt(hi) + e);
      }
    };
  }
}
