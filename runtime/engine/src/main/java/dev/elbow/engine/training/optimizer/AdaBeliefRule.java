package dev.elbow.engine.training.optimizer;

import static dev.elbow.engine.training.optimizer.Denormals.fading;
import static dev.elbow.engine.training.optimizer.Denormals.rounded;
import static dev.elbow.engine.training.optimizer.Denormals.square;

import java.util.List;

/**
 * AdaBelief.
 *
 * <pre>
 * m = b1 m + (1 - b1) g,   s = b2 s + (1 - b2) (g - m)^2 + epsilon
 * p -= rate sqrt(1 - b2^t) / (1 - b1^t)  m / (sqrt(s) + epsilon)
 * </pre>
 *
 * <p>Source: Zhuang et al., AdaBelief optimizer: adapting stepsizes by the belief in observed
 * gradients, 2020, algorithm 2.
 */
record AdaBeliefRule(double beta1, double beta2, double epsilon) implements Rule {
  @Override
  public List<String> moments() {
    return List.of("m", "s");
  }

  @Override
  public Kernel at(double rate, long step) {
    float size = Bias.step(rate, beta1, beta2, step);
    float b1 = (float) beta1;
    float c1 = (float) (1 - beta1);
    float b2 = (float) beta2;
    float c2 = (float) (1 - beta2);
    float e = (float) epsilon;
    return (p, g, s, n) -> {
      float[] m = s[0];
      float[] d = s[1];
      for (int i = 0; i < n; i++) {
        float gi = rounded(g[i]);
        float mi = fading(b1 * m[i] + c1 * gi);
        m[i] = mi;
        g[i] = gi - mi;
      }
      for (int i = 0; i < n; i++) {
        float di = b2 * d[i] + c2 * square(g[i]) + e;
        d[i] = di;
        p[i] -= size * m[i] / ((float) Math.sqrt(di) + e);
      }
    };
  }
}
