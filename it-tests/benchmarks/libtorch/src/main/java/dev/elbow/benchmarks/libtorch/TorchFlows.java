package dev.elbow.benchmarks.libtorch;

import dev.elbow.benchmarks.cases.Made;
import dev.elbow.benchmarks.cases.Model;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** The flows behind the Gaussian; the formulas are those of Elbow's plugins. */
final class TorchFlows {
  private static final float TINY = 1e-12f;
  private static final float FORGET_BIAS = 1.5f;
  private static final Scalar ONE = new Scalar(1f);

  private final Model model;
  private final Parameters parameters;
  private final Tensor hiddenMask;
  private final Tensor outputMask;

  TorchFlows(Model model, Parameters parameters) {
    this.model = model;
    this.parameters = parameters;
    boolean masked = model.flow() == Model.Flow.IAF;
    this.hiddenMask = masked ? transposed(Made.hiddenMask(model.latent())) : null;
    this.outputMask = masked ? transposed(Made.outputMask(model.latent())) : null;
  }

  /** Torch's dense weights are [outputs, inputs]. */
  private static Tensor transposed(float[][] mask) {
    int columns = mask[0].length;
    float[] flat = new float[mask.length * columns];
    for (int i = 0; i < mask.length; i++) {
      for (int j = 0; j < columns; j++) {
        flat[j * mask.length + i] = mask[i][j];
      }
    }
    return Arrays.tensor(flat, columns, mask.length);
  }

  /**
   * The last z, and the sum of the log-determinants.
   *
   * @param logDeterminant of any shape whose sum is that over the batch; null without flows
   */
  record Flowed(Tensor z, Tensor logDeterminant) {}

  Flowed apply(Tensor start) {
    Flowed now = new Flowed(start, null);
    for (int i = 0; i < model.depth(); i++) {
      String name = "posterior/flow-" + i + "/";
      Flowed next =
          model.flow() == Model.Flow.PLANAR ? planar(name, now.z()) : inverse(name, now.z());
      Tensor sum = i == 0 ? next.logDeterminant() : now.logDeterminant().add(next.logDeterminant());
      now = new Flowed(next.z(), sum);
    }
    return now;
  }

  private Flowed planar(String name, Tensor z) {
    Tensor w = parameters.get(name + "w");
    Tensor u = parameters.get(name + "u");
    Tensor b = parameters.get(name + "b");
    Tensor h = torch.tanh(torch.linear(z, w, new TensorOptional(b.reshape(1))));
    Tensor wu = w.mul(u).sum();
    Tensor norm = torch.square(w).sum();
    Tensor lift = torch.softplus(wu).sub(ONE).sub(wu).div(norm.add(new Scalar(TINY)));
    Tensor constrained = torch.addcmul(u, w, lift);
    Tensor change = torch.square(h).neg().add(ONE).mul(torch.addcmul(wu, lift, norm));
    return new Flowed(torch.addcmul(z, h, constrained), torch.log1p(change));
  }

  private Flowed inverse(String name, Tensor z) {
    long latent = model.latent();
    Tensor hidden = torch.relu(masked(name + "hidden-0", z, hiddenMask));
    Tensor out = masked(name + "output", hidden, outputMask);
    Tensor m = out.narrow(1, 0, latent);
    Tensor s = out.narrow(1, latent, latent).add(new Scalar(FORGET_BIAS));
    Tensor next = torch.addcmul(m, torch.sigmoid(s), z.sub(m));
    return new Flowed(next.flip(1), torch.log_sigmoid(s).sum(1));
  }

  private Tensor masked(String name, Tensor x, Tensor mask) {
    TensorOptional bias = new TensorOptional(parameters.get(name + "/bias"));
    return torch.linear(x, parameters.get(name + "/weight").mul(mask), bias);
  }
}
