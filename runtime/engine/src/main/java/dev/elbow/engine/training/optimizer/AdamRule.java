package dev.elbow.engine.training.optimizer;

import static dev.elbow.engine.training.optimizer.Denormals.fading;
import static dev.elbow.engine.training.optimizer.Denormals.rounded;
import static dev.elbow.engine.training.optimizer.Denormals.square;

import java.util.List;

/**
 * Adam and AdamW.
 *
 * <pre>
 * m = b1 m + (1 - b1) g,   v = b2 v + (1 - b2) g^2
 * p = (1 - rate decay) p - rate sqrt(1 - b2^t) / (1 - b1^t)  m / (sqrt(v) + epsilon)
 * </pre>
 *
 * <p>Sources: Kingma and Ba, Adam, 2015, in the form of the end of section 2; Loshchilov and
 * Hutter, Decoupled weight decay regularization, 2019, algorithm 2.
 */
record AdamRule(double beta1, double beta2, double epsilon, double weightDecay) implements Rule {
  @Override
  public List<String> moments() {
    return List.of("m", "v");
  }

  @Override
  public Kernel at(double rate, long step) {
    float size = Bias.step(rate, beta1, beta2, step);
    float stays = (float) (1 - rate * weightDecay);
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
        p[i] = stays * p[i] - size * mi / ((float) Math.sqrt(vi) + e);
      }
    };
  }
}
