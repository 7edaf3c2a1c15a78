package dev.elbow.engine.training.optimizer;

import static dev.elbow.engine.training.optimizer.Denormals.fading;
import static dev.elbow.engine.training.optimizer.Denormals.rounded;
import static dev.elbow.engine.training.optimizer.Denormals.square;

import java.util.List;

/**
 * AMSGrad.
 *
 * <pre>
 * m = b1 m + (1 - b1) g,   v = b2 v + (1 - b2) g^2,   h = max(h, v)
 * p -= rate sqrt(1 - b2^t) / (1 - b1^t)  m / (sqrt(h) + epsilon)
 * </pre>
 *
 * <p>Source: Reddi, Kale and Kumar, On the convergence of Adam and beyond, 2018, algorithm 2, with
 * Adam's corrections of the first steps.
 */
record AmsGradRule(double beta1, double beta2, double epsilon) implements Rule {
  @Override
  public List<String> moments() {
    return List.of("m", "v", "h");
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
      float[] v = s[1];
      float[] h = s[2];
      for (int i = 0; i < n; i++) {
        float gi = rounded(g[i]);
        float mi = fading(b1 * m[i] + c1 * gi);
        float vi = b2 * v[i] + c2 * square(gi);
        m[i] = mi;
        v[i] = vi;
      }
      for (int i = 0; i < n; i++) {
        float hi = Math.max(h[i], v[i]);
        h[i] = hi;
        p[i] -= size * m[i] / ((float) Math.sqrt(hi) + e);
      }
    };
  }
}
