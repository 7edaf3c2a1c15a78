package dev.elbow.benchmarks.samediff;

import dev.elbow.benchmarks.cases.Made;
import dev.elbow.benchmarks.cases.Model;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;

/** The flows behind the Gaussian; the formulas are those of Elbow's plugins. */
final class Flows {
  private static final double TINY = 1e-12;
  private static final double FORGET_BIAS = 1.5;

  private final SameDiff sd;
  private final Layers layers;
  private final Model model;

  Flows(SameDiff sd, Layers layers, Model model) {
    this.sd = sd;
    this.layers = layers;
    this.model = model;
  }

  /**
   * The last z, and the sum of the log-determinants.
   *
   * @param logDeterminant {@code [batch, 1]}; null without flows. SameDiff cannot sum such a column
   *     over its rows, so columns stay
   */
  record Flowed(SDVariable z, SDVariable logDeterminant) {}

  Flowed apply(SDVariable start) {
    Flowed now = new Flowed(start, null);
    for (int i = 0; i < model.depth(); i++) {
      String name = "posterior/flow-" + i + "/";
      Flowed next =
          model.flow() == Model.Flow.PLANAR ? planar(name, now.z()) : inverse(name, now.z());
      now =
          new Flowed(
              next.z(),
              i == 0 ? next.logDeterminant() : now.logDeterminant().add(next.logDeterminant()));
    }
    return now;
  }

  private Flowed planar(String name, SDVariable z) {
    SDVariable w = layers.variable(name + "w");
    SDVariable u = layers.variable(name + "u");
    SDVariable h = sd.math.tanh(z.mul(w).sum(true, 1).add(layers.variable(name + "b")));
    SDVariable wu = w.mul(u).sum();
    SDVariable norm = w.mul(w).sum();
    SDVariable lift = softplus(wu).sub(1).sub(wu).div(norm.add(TINY));
    SDVariable change = h.mul(h).rsub(1).mul(wu.add(lift.mul(norm)));
    return new Flowed(z.add(h.mul(u.add(w.mul(lift)))), sd.math.log1p(change));
  }

  private Flowed inverse(String name, SDVariable z) {
    int latent = model.latent();
    SDVariable h = sd.nn.relu(masked(name + "hidden-0", z, Made.hiddenMask(latent)), 0);
    SDVariable out = masked(name + "output", h, Made.outputMask(latent));
    SDVariable m = sd.slice(out, new int[] {0, 0}, new int[] {-1, latent});
    SDVariable s = sd.slice(out, new int[] {0, latent}, new int[] {-1, latent}).add(FORGET_BIAS);
    SDVariable next = m.add(sd.nn.sigmoid(s).mul(z.sub(m)));
    return new Flowed(sd.reverse(next, 1), softplus(s.neg()).sum(true, 1).neg());
  }

  private SDVariable masked(String name, SDVariable x, float[][] mask) {
    SDVariable fixed = sd.constant(name + "/mask", Nd4j.createFromArray(mask));
    SDVariable weight = layers.variable(name + "/weight").mul(fixed);
    return x.mmul(weight).add(layers.variable(name + "/bias"));
  }

  /** The arguments stay small here, so that the plain form does not overflow. */
  private SDVariable softplus(SDVariable x) {
    return sd.math.log1p(sd.math.exp(x));
  }
}
