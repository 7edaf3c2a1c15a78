package dev.elbow.configuration;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.Divergence;
import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowStep;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Latent;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Network;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.Prior;
import dev.elbow.spi.Term;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Inline;
import dev.elbow.spi.option.Range;
import dev.elbow.spi.option.Shorthand;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** A configuration like the real one, and parts that remember the options they were made of. */
final class Example {
  private Example() {}

  record Experiment(
      @Doc("the name of the run") @Default("run") String name,
      @Default("0") long seed,
      Data data,
      Model model,
      @Doc("the terms beside the likelihood") @Default("[kl]") List<TermOptions> objective,
      @Default("{}") Training training) {}

  record Data(
      Optional<String> dataset,
      Optional<Path> images,
      @Default("none") Binarize binarize,
      @Default("false") boolean shuffle) {}

  enum Binarize {
    NONE,
    THRESHOLD,
    STOCHASTIC
  }

  record Model(
      @Doc("the size of z") @Range(min = 1) int latent,
      @Default("mlp") Network encoder,
      @Default("diagonal") Posterior posterior,
      @Default("standard-normal") Prior prior,
      Decoder decoder) {}

  record TermOptions(
      @Inline Divergence divergence,
      @Doc("what the term counts for") @Default("1.0") Schedule weight) {}

  @Shorthand("value")
  record Schedule(
      @Doc("the weight in the end") @Range(min = 0) double value,
      @Doc("epochs until then") @Default("0") @Range(min = 0) int warmup) {}

  record Training(
      @Default("20") @Range(min = 1) int epochs,
      @Default("128") @Range(min = 1) int batch,
      @Default("1.0e-3") @Range(min = 0, minExclusive = true, max = 1) double learningRate) {}

  /** Words and their meaning. */
  enum Activation {
    @Doc("max(x, 0)")
    RELU,
    @Doc("max(x, x/100)")
    LEAKY_RELU
  }

  record MlpOptions(
      @Doc("the widths of the hidden layers") @Default("[500, 500]") @Range(min = 1)
          List<Integer> hidden,
      @Default("relu") Activation activation) {}

  record Ar1Options(@Default("-0.5") double least, @Default("0.5") double most) {
    Ar1Options {
      if (least >= most) {
        throw new IllegalArgumentException(
            "expected least < most, found " + least + " and " + most);
      }
    }
  }

  record FlowOptions(@Default("diagonal") Posterior base, List<FlowItem> flows) {}

  record FlowItem(@Inline Flow flow, @Default("1") @Range(min = 1) int count) {}

  record IafOptions(Optional<Network> network) {}

  record KlOptions(@Default("0.0") @Range(min = 0) double freeBits) {}

  record MmdOptions(
      @Doc("hidden by the weight of the term") @Default("7.0") double weight,
      @Default("[1, 2]") List<Double> widths) {}

  record Likelihood(@Default("{type: mlp, hidden: [200]}") Network network) {}

  record Body(MlpOptions options) implements Network {
    @Override
    public SDVariable apply(Graph graph, SDVariable input, DataShape from, DataShape to) {
      throw new UnsupportedOperationException();
    }
  }

  record Gaussian(Record options) implements Posterior {
    @Override
    public int parameterCount() {
      return 0;
    }

    @Override
    public LatentSample sample(Graph graph, SDVariable parameters) {
      throw new UnsupportedOperationException();
    }
  }

  record Bijection(Record options) implements Flow {
    @Override
    public FlowStep forwardAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> parameters) {
      throw new UnsupportedOperationException();
    }
  }

  record Gap(Record options) implements Divergence {
    @Override
    public Term build(Graph graph, Latent latent) {
      throw new UnsupportedOperationException();
    }
  }
}
