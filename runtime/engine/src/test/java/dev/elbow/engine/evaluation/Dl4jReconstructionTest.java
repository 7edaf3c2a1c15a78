package dev.elbow.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.data.Split;
import dev.elbow.engine.Experiments;
import dev.elbow.engine.Plugins;
import dev.elbow.engine.experiment.OpenRun;
import dev.elbow.engine.model.ModelGraphs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.variational.BernoulliReconstructionDistribution;
import org.deeplearning4j.nn.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Our diagonal variational autoencoder against DL4J's with the same weights.
 *
 * <p>DL4J's {@code reconstructionLogProbability(x, K)} is, by its source, the mean of logarithms
 * 1/K sum_k log p(x|z_k) with z_k from q(z|x), not the logarithm of a mean: the negative of what
 * {@link Evaluator#scores} gives, averaged over K draws. Both draw their own samples, so that they
 * agree within the standard error of the difference of two means.
 */
class Dl4jReconstructionTest {
  private static final int LATENT = 3;
  private static final int HIDDEN = 8;
  private static final int EXAMPLES = 30;
  private static final int DRAWS = 500;

  private static ModelGraphs model;
  private static Split split;
  private static Draws ours;

  @BeforeAll
  static void train(@TempDir Path folder) {
    Experiments.train(
        folder.resolve("run"),
        List.of(
            "model.latent=" + LATENT,
            "model.posterior=diagonal",
            "training.epochs=20",
            "training.optimizer.learningRate=0.01",
            "backend.replicas=1"));
    OpenRun run = Plugins.engine().open(folder.resolve("run"));
    model = run.model();
    split = run.data(Experiments.NO_FOLDER).test().first(EXAMPLES);
    ours = Draws.ofElbow();
  }

  /** log p(x|z) of each example: mean and variance over the draws. */
  private record Draws(double[] mean, double[] variance) {

    static Draws ofElbow() {
      double[] sum = new double[EXAMPLES];
      double[] squares = new double[EXAMPLES];
      Evaluator evaluator = new Evaluator();
      for (int draw = 0; draw < DRAWS; draw++) {
        double[] negative = evaluator.scores(model, split, 7, 0, draw).negativeLogLikelihood();
        for (int i = 0; i < EXAMPLES; i++) {
          sum[i] -= negative[i];
          squares[i] += negative[i] * negative[i];
        }
      }
      double[] variance = new double[EXAMPLES];
      for (int i = 0; i < EXAMPLES; i++) {
        sum[i] /= DRAWS;
        variance[i] = (squares[i] / DRAWS - sum[i] * sum[i]) * DRAWS / (DRAWS - 1);
      }
      return new Draws(sum, variance);
    }

    /** Of the difference of two such means. */
    double error(int example) {
      return Math.sqrt(2 * variance[example] / DRAWS);
    }
  }

  @Test
  void theReconstructionProbabilityIsThatOfDl4jWithTheSameWeights() {
    Nd4j.getRandom().setSeed(3);
    double[] theirs = theirs(dl4j());
    double off = 0;
    double variance = 0;
    for (int i = 0; i < EXAMPLES; i++) {
      assertThat(ours.mean()[i])
          .as("example %d", i)
          .isCloseTo(theirs[i], within(4 * ours.error(i)));
      off += (ours.mean()[i] - theirs[i]) / EXAMPLES;
      variance += ours.error(i) * ours.error(i) / EXAMPLES / EXAMPLES;
    }
    assertThat(off).isCloseTo(0, within(3 * Math.sqrt(variance)));
  }

  /** Otherwise any weights of the posterior would agree. */
  @Test
  void theSamplesMatter() {
    double nats = 0;
    for (double variance : ours.variance()) {
      nats += Math.sqrt(variance) / EXAMPLES;
    }
    assertThat(nats).isGreaterThan(1);
  }

  private static double[] theirs(VariationalAutoencoder layer) {
    int[] all = IntStream.range(0, EXAMPLES).toArray();
    INDArray pixels = Nd4j.create(split.batch(all, 0).pixels(), new long[] {EXAMPLES, 784}, 'c');
    return layer.reconstructionLogProbability(pixels, DRAWS).ravel().toDoubleVector();
  }

  private static VariationalAutoencoder dl4j() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(
                    new org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder
                            .Builder()
                        .encoderLayerSizes(HIDDEN)
                        .decoderLayerSizes(HIDDEN)
                        .activation(Activation.RELU)
                        .pzxActivationFunction(Activation.IDENTITY)
                        .reconstructionDistribution(
                            new BernoulliReconstructionDistribution(Activation.SIGMOID))
                        .nIn(784)
                        .nOut(LATENT)
                        .build())
                .build());
    network.init();
    copy(model.parameters().arrays(), network.getLayer(0).paramTable());
    return (VariationalAutoencoder) network.getLayer(0);
  }

  private static final Map<String, String> LAYERS =
      Map.of(
          "encoder/hidden-0", "e0",
          "decoder/network/hidden-0", "d0",
          "decoder/network/output", "pXZ");

  /** Ours has means and log variances of the posterior side by side, theirs in two arrays. */
  private static void copy(Map<String, INDArray> ours, Map<String, INDArray> theirs) {
    for (String kind : List.of("weight", "bias")) {
      String suffix = kind.equals("weight") ? "W" : "b";
      LAYERS.forEach(
          (our, their) ->
              theirs
                  .get(their + suffix)
                  .assign(row(ours.get(our + "/" + kind), theirs.get(their + suffix))));
      INDArray posterior = ours.get("encoder/output/" + kind).reshape(-1, 2 * LATENT);
      theirs.get("pZXMean" + suffix).assign(columns(posterior, 0));
      theirs.get("pZXLogStd2" + suffix).assign(columns(posterior, LATENT));
    }
  }

  private static INDArray row(INDArray ours, INDArray theirs) {
    return ours.reshape(theirs.shape());
  }

  private static INDArray columns(INDArray posterior, int from) {
    return posterior.get(NDArrayIndex.all(), NDArrayIndex.interval(from, from + LATENT));
  }
}
