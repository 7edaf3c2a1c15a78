package dev.elbow.tck.toy;

import dev.elbow.spi.Bound;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.DecoderFactory;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import dev.elbow.spi.InputException;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.Noise;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.StepwiseSampling;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Decoders of the tests, right ones first. */
public final class ToyDecoders {
  private ToyDecoders() {}

  /** Without options. */
  abstract static class Base extends Toy<Decoder> implements DecoderFactory<NoOptions> {}

  /** Something linear. */
  abstract static class Linear implements Decoder {
    final int latent;
    final int features;

    Linear(PartContext context) {
      this.latent = context.latentSize();
      this.features = context.dataShape().features();
    }

    @Override
    public int outputWidth() {
      return features;
    }

    @Override
    public SDVariable output(Graph graph, SDVariable z) {
      return graph.linear("output", z, latent, features);
    }

    @Override
    public Optional<SDVariable> mean(Graph graph, SDVariable output) {
      return Optional.of(output);
    }
  }

  /** N(x; output, I). */
  static class GaussianDecoder extends Linear {
    GaussianDecoder(PartContext context) {
      super(context);
    }

    @Override
    public SDVariable negativeLogLikelihood(Graph graph, SDVariable x, SDVariable output) {
      return graph.standardNormalLogDensity(x.sub(output)).neg();
    }

    @Override
    public Optional<SDVariable> sample(Graph graph, SDVariable output) {
      SDVariable noise = graph.noise("pixel", Noise.STANDARD_NORMAL, features);
      return Optional.of(output.add(noise));
    }

    @Override
    public Bound bound(DataValues values) {
      return Bound.on("log p(x)");
    }
  }

  /** A right one. */
  public static final class Gaussian extends Base {
    @Override
    Decoder create(PartContext context) {
      return new GaussianDecoder(context);
    }
  }

  /** Bernoulli on logits. */
  static class BernoulliDecoder extends Linear {
    BernoulliDecoder(PartContext context) {
      super(context);
    }

    @Override
    public SDVariable negativeLogLikelihood(Graph graph, SDVariable x, SDVariable output) {
      return graph.sumPerExample(graph.softplus(output).sub(x.mul(output)));
    }

    @Override
    public Optional<SDVariable> mean(Graph graph, SDVariable output) {
      return Optional.of(graph.sameDiff().nn.sigmoid(output));
    }

    @Override
    public Optional<SDVariable> sample(Graph graph, SDVariable output) {
      SDVariable uniform = graph.noise("pixel", Noise.UNIFORM, features);
      return mean(graph, output).map(p -> uniform.lt(p).castTo(graph.dataType()));
    }

    @Override
    public Bound bound(DataValues values) {
      return values == DataValues.BINARY
          ? Bound.on("log p(x)")
          : Bound.none("the cross-entropy of grey values");
    }
  }

  private static void refuseReal(PartContext context) {
    if (context.dataValues() == DataValues.REAL) {
      throw new InputException("TOY", "expected data from 0 to 1", "", "Scale the data.");
    }
  }

  /** A right one for data from 0 to 1. */
  public static final class Bernoulli extends Base {
    @Override
    Decoder create(PartContext context) {
      refuseReal(context);
      return new BernoulliDecoder(context);
    }
  }

  /** Calls the cross-entropy of grey values a log-probability. */
  public static final class BoastfulBernoulli extends Base {
    @Override
    Decoder create(PartContext context) {
      refuseReal(context);
      return new BernoulliDecoder(context) {
        @Override
        public Bound bound(DataValues values) {
          return Bound.on("log p(x)");
        }
      };
    }
  }

  /** Accepts what it has no answer for. */
  public static final class SilentBernoulli extends Base {
    @Override
    Decoder create(PartContext context) {
      return new BernoulliDecoder(context) {
        @Override
        public Bound bound(DataValues values) {
          return values == DataValues.REAL ? null : super.bound(values);
        }
      };
    }
  }

  /** One of 256 levels for each pixel, by a discretised logistic distribution. */
  public static class Levels extends Base {
    private static final double SCALE = 2;

    double tooHigh() {
      return 0;
    }

    @Override
    Decoder create(PartContext context) {
      if (context.dataValues() != DataValues.UNIT_INTERVAL) {
        throw new InputException("TOY", "expected grey values", "", "Use images.");
      }
      return new Linear(context) {
        @Override
        public SDVariable negativeLogLikelihood(Graph graph, SDVariable x, SDVariable output) {
          SDVariable rest = x.gt(254.5 / 255).castTo(graph.dataType());
          SDVariable first = x.lt(0.5 / 255).castTo(graph.dataType());
          SDVariable upper = below(graph, x.add(0.5 / 255), output);
          SDVariable lower = below(graph, x.sub(0.5 / 255), output);
          SDVariable high = upper.mul(rest.neg().add(1)).add(rest);
          SDVariable low = lower.mul(first.neg().add(1));
          SDVariable p = graph.sameDiff().math.log(high.sub(low).add(1e-12));
          return graph.sumPerExample(p).neg();
        }

        private SDVariable below(Graph graph, SDVariable x, SDVariable output) {
          return graph.sameDiff().nn.sigmoid(x.sub(output).mul(SCALE));
        }

        @Override
        public Optional<SDVariable> mean(Graph graph, SDVariable output) {
          return Optional.empty();
        }

        @Override
        public Optional<SDVariable> sample(Graph graph, SDVariable output) {
          SDVariable u = graph.noise("pixel", Noise.UNIFORM, features);
          SDVariable logit = graph.sameDiff().math.log(u.div(u.neg().add(1)));
          SDVariable x = output.add(logit.mul(1 / SCALE).add(tooHigh())).mul(255).add(0.5);
          SDVariable level = graph.sameDiff().math.floor(x);
          return Optional.of(graph.sameDiff().math.clipByValue(level, 0, 255).div(255));
        }

        @Override
        public Bound bound(DataValues values) {
          return values == DataValues.UNIT_INTERVAL
              ? Bound.on("log p(x)")
              : Bound.none("the data are no grey values");
        }
      };
    }
  }

  /** The same with samples that are too high. */
  public static final class LevelsSampledTooHigh extends Levels {
    @Override
    double tooHigh() {
      return 0.2;
    }
  }

  /** Bits one after the other: the logit of each depends on z and the bits before it. */
  static class AutoregressiveDecoder extends BernoulliDecoder {
    private final int firstHidden;

    AutoregressiveDecoder(PartContext context, int firstHidden) {
      super(context);
      this.firstHidden = firstHidden;
    }

    SDVariable logits(Graph graph, SDVariable x, SDVariable output) {
      INDArray mask = Nd4j.zeros(features, features);
      for (int i = 0; i < features; i++) {
        for (int j = 0; j < features; j++) {
          mask.putScalar(i, j, i < j + firstHidden ? 1 : 0);
        }
      }
      Initializer start = Initializer.normal(1.5);
      SDVariable weight =
          graph.parameter("before", start, features, features).mul(graph.constant("mask", mask));
      return output.add(graph.product(x, weight, features));
    }

    @Override
    public SDVariable negativeLogLikelihood(Graph graph, SDVariable x, SDVariable output) {
      return super.negativeLogLikelihood(graph, x, logits(graph, x, output));
    }

    @Override
    public Optional<SDVariable> mean(Graph graph, SDVariable output) {
      return Optional.empty();
    }

    @Override
    public Optional<SDVariable> sample(Graph graph, SDVariable output) {
      return Optional.empty();
    }

    @Override
    public Optional<StepwiseSampling> stepwise() {
      return Optional.of(
          new StepwiseSampling() {
            @Override
            public int steps() {
              return stepCount();
            }

            @Override
            public SDVariable step(
                Graph graph, SDVariable partial, SDVariable output, SDVariable step) {
              return AutoregressiveDecoder.this.step(graph, partial, output, step);
            }
          });
    }

    int stepCount() {
      return features;
    }

    SDVariable step(Graph graph, SDVariable partial, SDVariable output, SDVariable step) {
      SDVariable here = here(graph, step);
      SDVariable logits = logits(graph, partial, output);
      SDVariable p = graph.sameDiff().nn.sigmoid(logits);
      SDVariable bits = graph.noise("bits", Noise.UNIFORM, features).lt(p);
      SDVariable drawn = bits.castTo(graph.dataType());
      return partial.mul(here.neg().add(1)).add(drawn.mul(here));
    }

    /** {@code [1, features]}: 1 at the step's feature. */
    SDVariable here(Graph graph, SDVariable step) {
      INDArray numbers = Nd4j.linspace(0, features - 1, features).reshape(1, features);
      SDVariable distance = graph.sameDiff().math.abs(graph.constant("numbers", numbers).sub(step));
      return distance.lt(0.5).castTo(graph.dataType());
    }
  }

  /** A right one that is sampled step by step. */
  public static final class Autoregressive extends Base {
    @Override
    Decoder create(PartContext context) {
      refuseReal(context);
      return new AutoregressiveDecoder(context, 0);
    }
  }

  /** Each bit sees itself. */
  public static final class SeesItself extends Base {
    @Override
    Decoder create(PartContext context) {
      refuseReal(context);
      return new AutoregressiveDecoder(context, 1);
    }
  }

  /** Leaves the last feature as it was. */
  public static final class OneStepTooFew extends Base {
    @Override
    Decoder create(PartContext context) {
      refuseReal(context);
      return new AutoregressiveDecoder(context, 0) {
        @Override
        int stepCount() {
          return Math.max(1, features - 1);
        }
      };
    }
  }

  /** Draws every feature anew at each step. */
  public static final class DrawsAgain extends Base {
    @Override
    Decoder create(PartContext context) {
      refuseReal(context);
      return new AutoregressiveDecoder(context, 0) {
        @Override
        SDVariable here(Graph graph, SDVariable step) {
          return super.here(graph, step).mul(0).add(1);
        }
      };
    }
  }

  /** Half the squared error without its normaliser. */
  public static final class NoNormaliser extends Base {
    @Override
    Decoder create(PartContext context) {
      return new GaussianDecoder(context) {
        @Override
        public SDVariable negativeLogLikelihood(Graph graph, SDVariable x, SDVariable output) {
          SDVariable error = x.sub(output);
          return graph.sumPerExample(error.mul(error)).mul(0.5);
        }
      };
    }
  }

  /** Samples with half the deviation. */
  public static final class SamplesTooNarrow extends Base {
    @Override
    Decoder create(PartContext context) {
      return new GaussianDecoder(context) {
        @Override
        public Optional<SDVariable> sample(Graph graph, SDVariable output) {
          return super.sample(graph, output).map(x -> x.add(output).mul(0.5));
        }
      };
    }
  }

  /** A mean that samples do not have. */
  public static final class WrongMean extends Base {
    @Override
    Decoder create(PartContext context) {
      return new GaussianDecoder(context) {
        @Override
        public Optional<SDVariable> mean(Graph graph, SDVariable output) {
          return Optional.of(output.add(0.3));
        }
      };
    }
  }

  /** Its score is summed over the batch. */
  public static final class SummedOverTheBatch extends Base {
    @Override
    Decoder create(PartContext context) {
      return new GaussianDecoder(context) {
        @Override
        public SDVariable negativeLogLikelihood(Graph graph, SDVariable x, SDVariable output) {
          SDVariable own = super.negativeLogLikelihood(graph, x, output);
          return own.mul(0).add(own.sum());
        }
      };
    }
  }

  /** Two features more than the data have. */
  public static final class WrongShape extends Base {
    @Override
    Decoder create(PartContext context) {
      return new GaussianDecoder(context) {
        @Override
        public int outputWidth() {
          return features + DataShape.vector(2).features();
        }
      };
    }
  }
}
