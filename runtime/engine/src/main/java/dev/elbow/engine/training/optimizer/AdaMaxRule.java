package dev.elbow.engine.training.optimizer;

import static dev.elbow.engine.training.optimizer.Denormals.fading;
import static dev.elbow.engine.training.optimizer.Denormals.rounded;

import java.util.List;

/**
 * AdaMax.
 *
 * <pre>
 * m = b1 m + (1 - b1) g,   u = max(b2 u, |g| + epsilon)
 * p -= rate / (1 - b1^t)  m / u
 * </pre>
 *
 * <p>Source: Kingma and Ba, Adam, 2015, algorithm 2; epsilon keeps u from 0.
 */
record AdaMaxRule(double beta1, double beta2, double epsilon) implements Rule {
  @Override
  public List<String> moments() {
    return List.of("m", "u");
  }

  @Override
  public Kernel at(double rate, long step) {
    float size = (float) (rate / Bias.of(beta1, step));
    float b1 = (float) beta1;
    float c1 = (float) (1 - beta1);
    float b2 = (float) beta2;
    float e = (float) epsilon;
    return (p, g, s, n) -> {
      float[] m = s[0];
      float[] u = s[1];
      for (int i = 0; i < n; i++) {
        float gi = rounded(g[i]);
        float mi = fading(b1 * m[i] + c1 * gi);
        float ui = Math.max(b2 * u[i], Math.abs(gi) + e);
        m[i] = mi;
        u[i] = ui;
        p[i] -= size * mi / ui;
      }
    };
  }
}
