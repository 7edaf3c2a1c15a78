package dev.elbow.benchmarks.libtorch;

import dev.elbow.benchmarks.cases.Layer;
import dev.elbow.benchmarks.cases.Model;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** The model of a case, written with torch's functions as one would in C++. */
final class TorchModel {
  private static final long SUM = 2;
  private static final long[] STRIDE = {Layer.STRIDE, Layer.STRIDE};
  private static final long[] PADDING = {Layer.PADDING, Layer.PADDING};
  private static final long[] NO_DILATION = {1, 1};
  private static final long[] NO_OUTPUT_PADDING = {0, 0};

  private final Model model;
  private final Parameters parameters;
  private final TorchFlows flows;

  TorchModel(Model model, Parameters parameters) {
    this.model = model;
    this.parameters = parameters;
    this.flows = new TorchFlows(model, parameters);
  }

  /** -log p(x|z) + KL, the mean of the batch. */
  Tensor loss(Tensor x, Tensor noise) {
    long rows = x.size(0);
    Tensor encoded = apply(model.encoder(), x);
    Tensor mean = encoded.narrow(1, 0, model.latent());
    Tensor logVariance = encoded.narrow(1, model.latent(), model.latent());
    Tensor start = torch.addcmul(mean, noise, logVariance.mul(new Scalar(0.5f)).exp());
    TorchFlows.Flowed flowed = flows.apply(start);
    Tensor logits = logits(flowed.z());
    Tensor reconstruction =
        torch.binary_cross_entropy_with_logits(
            logits, x, new TensorOptional(), new TensorOptional(), SUM);
    Tensor kl =
        flowed.logDeterminant() == null
            ? closedForm(mean, logVariance)
            : sampled(noise, logVariance, flowed);
    return reconstruction.add(kl).div(new Scalar((float) rows));
  }

  private static Tensor closedForm(Tensor mean, Tensor logVariance) {
    Tensor squares = torch.square(mean).add(logVariance.exp()).sub(logVariance);
    return squares.sum().sub(new Scalar((float) mean.numel())).mul(new Scalar(0.5f));
  }

  private static Tensor sampled(Tensor noise, Tensor logVariance, TorchFlows.Flowed flowed) {
    Tensor squares = torch.square(flowed.z()).sub(torch.square(noise)).sub(logVariance);
    return squares.sum().mul(new Scalar(0.5f)).sub(flowed.logDeterminant().sum());
  }

  /** The posterior's mean. */
  Tensor code(Tensor x) {
    return apply(model.encoder(), x).narrow(1, 0, model.latent());
  }

  /** The pixels' means. */
  Tensor mean(Tensor z) {
    return torch.sigmoid(logits(z));
  }

  private Tensor logits(Tensor z) {
    return apply(model.decoder(), z).reshape(z.size(0), Model.FEATURES);
  }

  private Tensor apply(List<Layer> layers, Tensor x) {
    Tensor h = x;
    for (Layer layer : layers) {
      h = activated(layer, affine(layer, h));
    }
    return h;
  }

  private static Tensor activated(Layer layer, Tensor x) {
    return switch (layer.activation()) {
      case NONE -> x;
      case RELU -> torch.relu(x);
      case LEAKY_RELU -> torch.leaky_relu(x, new Scalar(0.01f));
    };
  }

  private Tensor affine(Layer layer, Tensor x) {
    Tensor weight = parameters.get(layer.name() + "/weight");
    TensorOptional bias = new TensorOptional(parameters.get(layer.name() + "/bias"));
    long rows = x.size(0);
    return switch (layer.kind()) {
      case DENSE -> torch.linear(x.reshape(rows, layer.from()), weight, bias);
      case CONVOLUTION ->
          torch.conv2d(image(layer, x), weight, bias, STRIDE, PADDING, NO_DILATION, 1);
      case TRANSPOSED ->
          torch.conv_transpose2d(
              image(layer, x), weight, bias, STRIDE, PADDING, NO_OUTPUT_PADDING, 1, NO_DILATION);
    };
  }

  private static Tensor image(Layer layer, Tensor x) {
    return x.reshape(x.size(0), layer.from(), layer.sideBefore(), layer.sideBefore());
  }
}
