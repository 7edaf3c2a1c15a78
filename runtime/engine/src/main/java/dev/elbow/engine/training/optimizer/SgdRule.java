package dev.elbow.engine.training.optimizer;

import static dev.elbow.engine.training.optimizer.Denormals.fading;
import static dev.elbow.engine.training.optimizer.Denormals.rounded;

import java.util.List;

/**
 * Gradient descent, with momentum or without.
 *
 * <pre>
 * v = momentum v + g
 * p -= rate v                   Polyak
 * p -= rate (g + momentum v)    Nesterov
 * </pre>
 *
 * <p>Sources: Polyak, Some methods of speeding up the convergence of iteration methods, 1964;
 * Sutskever et al., On the importance of initialization and momentum in deep learning, 2013, with
 * the parameters that the velocity has already moved.
 */
record SgdRule(double momentum, boolean nesterov) implements Rule {
  @Override
  public List<String> moments() {
    return momentum == 0 ? List.of() : List.of("velocity");
  }

  @Override
  public Kernel at(double rate, long step) {
    float size = (float) rate;
    if (momentum == 0) {
      return plain(size);
    }
    float mu = (float) momentum;
    return nesterov ? momentum(mu, size, size * mu) : momentum(mu, 0, size);
  }

  private static Kernel plain(float size) {
    return (p, g, s, n) -> {
      for (int i = 0; i < n; i++) {
        p[i] -= size * rounded(g[i]);
      }
    };
  }

  private static Kernel momentum(float mu, float ofGradient, float ofVelocity) {
    return (p, g, s, n) -> {
      float[] v = s[0];
      for (int i = 0; i < n; i++) {
        float gi = rounded(g[i]);
        float vi = fading(mu * v[i] + gi);
        v[i] = vi;
        p[i] -= ofGradient * gi + ofVelocity * vi;
      }
    };
  }
}
