package dev.elbow.engine.training.optimizer;

import static dev.elbow.engine.training.optimizer.Denormals.rounded;
import static dev.elbow.engine.training.optimizer.Denormals.square;

import java.util.List;

/**
 * AdaDelta.
 *
 * <pre>
 * v = decay v + (1 - decay) g^2
 * d = g sqrt(u + epsilon) / sqrt(v + epsilon)
 * u = decay u + (1 - decay) d^2
 * p -= rate d
 * </pre>
 *
 * <p>Source: Zeiler, ADADELTA: an adaptive learning rate method, 2012, algorithm 1.
 */
record AdaDeltaRule(double decay, double epsilon) implements Rule {
  @Override
  public List<String> moments() {
    return List.of("v", "u");
  }

  @Override
  public Kernel at(double rate, long step) {
    float size = (float) rate;
    float b = (float) decay;
    float c = (float) (1 - decay);
    float e = (float) epsilon;
    return (p, g, s, n) -> {
      float[] v = s[0];
      float[] u = s[1];
      for (int i = 0; i < n; i++) {
        float gi = rounded(g[i]);
        float vi = b * v[i] + c * square(gi);
        float di = gi * (float) Math.sqrt(u[i] + e) / (float) Math.sqrt(vi + e);
        v[i] = vi;
        g[i] = di;
      }
      for (int i = 0; i < n; i++) {
        float di = g[i];
        u[i] = b * u[i] + c * square(di);
        p[i] -= size * di;
      }
    };
  }
}
