package dev.elbow.engine.parts;

import static dev.elbow.engine.parts.Numbers.assertClose;
import static dev.elbow.engine.parts.Numbers.normal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.engine.model.EvaluationGraph;
import dev.elbow.engine.model.ModelContext;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.ModelParts;
import dev.elbow.engine.model.TrainingGraph;
import dev.elbow.engine.model.WeightedTerm;
import dev.elbow.engine.options.ModelOptions;
import dev.elbow.engine.options.Schedule;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphRunner;
import dev.elbow.plugin.decoder.bernoulli.BernoulliDecoderFactory;
import dev.elbow.plugin.decoder.bernoulli.BernoulliOptions;
import dev.elbow.plugin.divergence.kl.KlDivergenceFactory;
import dev.elbow.plugin.divergence.kl.KlOptions;
import dev.elbow.plugin.posterior.diagonal.DiagonalOptions;
import dev.elbow.plugin.posterior.diagonal.DiagonalOptions.Spread;
import dev.elbow.plugin.posterior.diagonal.DiagonalPosteriorFactory;
import dev.elbow.plugin.prior.standardnormal.StandardNormalPriorFactory;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Graph;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Network;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.Noise;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.Prior;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Which KL a model gets, and its value. The encoder is the identity: x are the parameters. */
class KlOfModelsTest {
  private static final int LATENT = 2;
  private static final double[][] X = normal(1, 4, 4);
  private static final double[][] NOISE = normal(2, 4, LATENT);
  private static final ModelContext CONTEXT =
      new ModelContext(LATENT, DataShape.vector(4), DataValues.BINARY);
  private static final Network IDENTITY = (graph, input, from, to) -> input;
  private static final Network LINEAR =
      (graph, input, from, to) -> graph.linear("only", input, from.features(), to.features());

  /** N(mu, diag exp l) that tells its density and no moments. */
  private record WithoutMoments(Posterior diagonal) implements Posterior {
    @Override
    public int parameterCount() {
      return diagonal.parameterCount();
    }

    @Override
    public LatentSample sample(Graph graph, SDVariable parameters) {
      LatentSample sample = diagonal.sample(graph, parameters);
      return LatentSample.of(sample.z(), sample.logDensity().orElseThrow());
    }
  }

  /** N(0, 4 I) that does not say it is a Gaussian. */
  private record WidePrior() implements Prior {
    @Override
    public Optional<SDVariable> logDensity(Graph graph, SDVariable z) {
      SDVariable density = graph.standardNormalLogDensity(z.mul(0.5));
      return Optional.of(density.sub(LATENT * Math.log(2)));
    }

    @Override
    public SDVariable sample(Graph graph) {
      return graph.noise("z", Noise.STANDARD_NORMAL, LATENT).mul(2);
    }
  }

  private static Posterior diagonal() {
    return new DiagonalPosteriorFactory().create(new DiagonalOptions(Spread.LOG_VARIANCE), CONTEXT);
  }

  private static Prior standardNormal() {
    return new StandardNormalPriorFactory().create(new NoOptions(), CONTEXT);
  }

  private static EvaluationGraph evaluation(Posterior posterior, Prior prior) {
    var decoder = new BernoulliDecoderFactory().create(new BernoulliOptions(LINEAR), CONTEXT);
    var kl = new KlDivergenceFactory().create(new KlOptions(0), CONTEXT);
    var terms = List.of(new WeightedTerm("kl", kl, Schedule.constant(1)));
    var options = new ModelOptions(LATENT, IDENTITY, posterior, prior, decoder, Optional.empty());
    var parts = new ModelParts(options, terms, DataShape.vector(4), DataValues.BINARY);
    return ModelGraphs.assemble(parts, 1, DataType.DOUBLE).evaluation();
  }

  private static double[] klOfExamples(EvaluationGraph evaluation) {
    Map<String, INDArray> feeds =
        new Feeds(evaluation.graph())
            .put(TrainingGraph.X, Nd4j.createFromArray(X))
            .put("posterior/epsilon", Nd4j.createFromArray(NOISE))
            .arrays();
    String term = evaluation.terms().get(0).output();
    Map<String, INDArray> found =
        new GraphRunner(evaluation.graph()).outputs(feeds, List.of(EvaluationGraph.KL, term));
    assertThat(found.get(term)).isEqualTo(found.get(EvaluationGraph.KL));
    return found.get(term).toDoubleVector();
  }

  private static DenseGaussian posteriorOf(int example) {
    double[] variances = {Math.exp(X[example][2]), Math.exp(X[example][3])};
    return DenseGaussian.diagonal(Arrays.copyOf(X[example], LATENT), variances);
  }

  /** log q - log p at the sample. */
  private static double[] ratios(DenseGaussian prior) {
    double[] ratios = new double[X.length];
    Arrays.setAll(
        ratios,
        i -> {
          double[] z = posteriorOf(i).sample(NOISE[i]);
          return posteriorOf(i).logDensity(z) - prior.logDensity(z);
        });
    return ratios;
  }

  @Test
  void aGaussianPosteriorAndAGaussianPriorHaveTheirClosedForm() {
    EvaluationGraph evaluation = evaluation(diagonal(), standardNormal());
    double[] expected = new double[X.length];
    Arrays.setAll(expected, i -> posteriorOf(i).klTo(DenseGaussian.standard(LATENT)));
    assertThat(evaluation.terms().get(0).note()).isEqualTo("closed form");
    assertClose(klOfExamples(evaluation), expected, 1e-12);
  }

  @Test
  void aPosteriorWithoutMomentsIsCountedAtItsSample() {
    EvaluationGraph evaluation = evaluation(new WithoutMoments(diagonal()), standardNormal());
    assertThat(evaluation.terms().get(0).note()).isEqualTo("Monte Carlo, one sample");
    assertClose(klOfExamples(evaluation), ratios(DenseGaussian.standard(LATENT)), 1e-12);
  }

  @Test
  void aPriorThatIsNotSaidToBeGaussianIsCountedAtTheSample() {
    EvaluationGraph evaluation = evaluation(diagonal(), new WidePrior());
    DenseGaussian wide = DenseGaussian.diagonal(new double[LATENT], new double[] {4, 4});
    assertThat(evaluation.terms().get(0).note()).isEqualTo("Monte Carlo, one sample");
    assertClose(klOfExamples(evaluation), ratios(wide), 1e-12);
  }
}
