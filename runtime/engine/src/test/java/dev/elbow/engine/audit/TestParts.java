package dev.elbow.engine.audit;

import dev.elbow.spi.Bound;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.DecoderFactory;
import dev.elbow.spi.Divergence;
import dev.elbow.spi.DivergenceFactory;
import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowFactory;
import dev.elbow.spi.FlowStep;
import dev.elbow.spi.Graph;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.Noise;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Prior;
import dev.elbow.spi.PriorFactory;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.ops.SDMath;

/** Wrong parts of the other roles. */
final class TestParts {
  private TestParts() {}

  /** z' = 2 z, whose log-determinant is d log 2; a wrong one forgets it. */
  record DoublingFlow(int latent, boolean right) implements Flow {
    @Override
    public FlowStep forwardAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> parameters) {
      SDVariable zeros = graph.sumPerExample(z).mul(0);
      return new FlowStep(z.mul(2), zeros.add(right ? latent * Math.log(2) : 0));
    }
  }

  /** Publishes {@link DoublingFlow}. */
  record FlowMaker(String name, boolean right) implements FlowFactory<NoOptions> {
    @Override
    public String description() {
      return "for tests";
    }

    @Override
    public Class<NoOptions> optionsType() {
      return NoOptions.class;
    }

    @Override
    public Flow create(NoOptions options, PartContext context) {
      return new DoublingFlow(context.latentSize(), right);
    }
  }

  /** Publishes a divergence. */
  record DivergenceMaker(String name, Divergence divergence)
      implements DivergenceFactory<NoOptions> {
    @Override
    public String description() {
      return "for tests";
    }

    @Override
    public Class<NoOptions> optionsType() {
      return NoOptions.class;
    }

    @Override
    public Divergence create(NoOptions options, PartContext context) {
      return divergence;
    }
  }

  /** N(0, I) without its constant. */
  record UnnormalisedPrior(int latent) implements Prior {
    @Override
    public Optional<SDVariable> logDensity(Graph graph, SDVariable z) {
      return Optional.of(graph.sumPerExample(z.mul(z)).mul(-0.5));
    }

    @Override
    public SDVariable sample(Graph graph) {
      return graph.noise("e", Noise.STANDARD_NORMAL, latent);
    }
  }

  /** The same, drawn from two noises, so that its density has to be integrated. */
  record UnnormalisedPriorOfTwoNoises(int latent) implements Prior {
    @Override
    public Optional<SDVariable> logDensity(Graph graph, SDVariable z) {
      return Optional.of(graph.sumPerExample(z.mul(z)).mul(-0.5));
    }

    @Override
    public SDVariable sample(Graph graph) {
      SDVariable e = graph.noise("e", Noise.STANDARD_NORMAL, latent);
      return e.add(graph.noise("f", Noise.STANDARD_NORMAL, latent)).mul(Math.sqrt(0.5));
    }
  }

  /** Makes a prior of a latent size. */
  interface PriorMaker {
    Prior make(int latent);
  }

  /** Publishes it. */
  record PriorPublisher(String name, PriorMaker maker) implements PriorFactory<NoOptions> {
    @Override
    public String description() {
      return "for tests";
    }

    @Override
    public Class<NoOptions> optionsType() {
      return NoOptions.class;
    }

    @Override
    public Prior create(NoOptions options, PartContext context) {
      return maker.make(context.latentSize());
    }
  }

  /** A Bernoulli likelihood of which a part or more than one example counts. */
  record WrongLikelihood(DataShape data, int latent, Reduction reduction) implements Decoder {
    @Override
    public int outputWidth() {
      return data.features();
    }

    @Override
    public SDVariable output(Graph graph, SDVariable z) {
      return graph.linear("layer", z, latent, data.features());
    }

    @Override
    public SDVariable negativeLogLikelihood(Graph graph, SDVariable x, SDVariable output) {
      SDVariable nll = graph.sumPerExample(graph.softplus(output).sub(x.mul(output)));
      return reduction.of(graph, nll);
    }

    @Override
    public Optional<SDVariable> mean(Graph graph, SDVariable output) {
      SDMath math = graph.sameDiff().math;
      return Optional.of(math.exp(graph.softplus(output.neg()).neg()));
    }

    @Override
    public Optional<SDVariable> sample(Graph graph, SDVariable output) {
      return mean(graph, output);
    }

    @Override
    public Bound bound(DataValues values) {
      return Bound.on("log p(x)");
    }
  }

  /** What becomes of -log p(x|z), {@code [batch]}. */
  interface Reduction {
    SDVariable of(Graph graph, SDVariable nll);
  }

  /** Publishes {@link WrongLikelihood}. */
  record LikelihoodMaker(String name, Reduction reduction) implements DecoderFactory<NoOptions> {
    @Override
    public String description() {
      return "for tests";
    }

    @Override
    public Class<NoOptions> optionsType() {
      return NoOptions.class;
    }

    @Override
    public Decoder create(NoOptions options, PartContext context) {
      return new WrongLikelihood(context.dataShape(), context.latentSize(), reduction);
    }
  }
}
