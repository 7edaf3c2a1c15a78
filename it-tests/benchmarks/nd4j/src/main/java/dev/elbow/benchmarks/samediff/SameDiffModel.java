package dev.elbow.benchmarks.samediff;

import dev.elbow.benchmarks.cases.Model;
import dev.elbow.runs.Tensor;
import java.util.Map;
import org.nd4j.autodiff.loss.LossReduce;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.TrainingConfig;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;

/** The graph of a case: x and noise to the loss, x to the code, z to the pixels' means. */
final class SameDiffModel {
  static final String X = "x";
  static final String NOISE = "noise";
  static final String Z = "z";
  static final String LOSS = "loss";
  static final String CODE = "code";
  static final String MEAN = "mean";

  private static final double RATE = 1e-3;

  private SameDiffModel() {}

  static SameDiff of(Model model, Map<String, Tensor> first) {
    SameDiff sd = SameDiff.create();
    SDVariable x = sd.placeHolder(X, DataType.FLOAT, -1, Model.FEATURES);
    SDVariable noise = sd.placeHolder(NOISE, DataType.FLOAT, -1, model.latent());
    SDVariable z = sd.placeHolder(Z, DataType.FLOAT, -1, model.latent());
    Layers layers = new Layers(sd, first);

    SDVariable parameters = layers.apply(model.encoder(), x);
    SDVariable mean = part(sd, parameters, 0, model.latent());
    SDVariable logVariance = part(sd, parameters, model.latent(), model.latent());
    mean.rename(CODE);
    SDVariable start = mean.add(sd.math.exp(logVariance.mul(0.5)).mul(noise));
    Flows.Flowed flowed = new Flows(sd, layers, model).apply(start);
    SDVariable logits = logits(sd, layers, model, flowed.z());
    SDVariable loss = crossEntropy(sd, x, logits).add(kl(sd, mean, logVariance, noise, flowed));
    loss.rename(LOSS);
    sd.nn.sigmoid(MEAN, logits(sd, layers, model, z));
    sd.setLossVariables(LOSS);
    sd.setTrainingConfig(
        TrainingConfig.builder()
            .updater(new Adam(RATE))
            .dataSetFeatureMapping(X, NOISE)
            .markLabelsUnused()
            .build());
    return sd;
  }

  private static SDVariable logits(SameDiff sd, Layers layers, Model model, SDVariable z) {
    return sd.reshape(layers.apply(model.decoder(), z), -1, Model.FEATURES);
  }

  private static SDVariable part(SameDiff sd, SDVariable x, int from, int size) {
    return sd.slice(x, new int[] {0, from}, new int[] {-1, size});
  }

  /**
   * The sum over pixels, the mean over the batch. The weight, not a factor behind it, turns the
   * mean over pixels into a sum: ND4J's loss ignores the gradient that reaches it.
   */
  private static SDVariable crossEntropy(SameDiff sd, SDVariable x, SDVariable logits) {
    SDVariable weight = sd.constant(Model.FEATURES).castTo(DataType.FLOAT);
    return sd.loss.sigmoidCrossEntropy(
        "reconstruction", x, logits, weight, LossReduce.MEAN_BY_NONZERO_WEIGHT_COUNT, 0.0);
  }

  private static SDVariable kl(
      SameDiff sd, SDVariable mean, SDVariable logVariance, SDVariable noise, Flows.Flowed flowed) {
    if (flowed.logDeterminant() == null) {
      SDVariable squares = mean.mul(mean).add(sd.math.exp(logVariance));
      return squares.sub(logVariance).sub(1).sum(1).mul(0.5).mean();
    }
    SDVariable squares = flowed.z().mul(flowed.z()).sub(noise.mul(noise));
    return squares.sub(logVariance).sum(true, 1).mul(0.5).sub(flowed.logDeterminant()).mean();
  }
}
