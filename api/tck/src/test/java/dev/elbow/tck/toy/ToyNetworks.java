package dev.elbow.tck.toy;

import dev.elbow.spi.Activation;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Network;
import dev.elbow.spi.NetworkFactory;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.Noise;
import dev.elbow.spi.PartContext;
import org.junit.platform.commons.util.StringUtils;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.factory.Nd4j;

/** Networks of the tests, right ones first. */
public final class ToyNetworks {
  private ToyNetworks() {}

  /** Without options. */
  abstract static class Base extends Toy<Network> implements NetworkFactory<NoOptions> {

    @Override
    Network create(PartContext context) {
      return this::apply;
    }

    abstract SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to);

    static SDVariable layers(Graph graph, SDVariable x, DataShape from, DataShape to) {
      SDVariable hidden = graph.linear("hidden", x, from.features(), 5);
      SDVariable active = Activation.TANH.apply(graph, hidden);
      return graph.linear("output", active, 5, to.features());
    }
  }

  /** Two dense layers. */
  public static final class Dense extends Base {
    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      return layers(graph, x, from, to);
    }
  }

  /** Dense layers that want at least two inputs. */
  public static final class Choosy extends Base {
    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      if (from.features() < 2) {
        throw new InputException(
            "TOY", "expected two inputs, found " + from, "", "Use more inputs.");
      }
      return layers(graph, x, from, to);
    }
  }

  /** Dense layers with dropout of a half in training. */
  public static final class Dropout extends Base {
    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      SDVariable y = layers(graph, x, from, to);
      if (!graph.training()) {
        return y;
      }
      SDVariable kept = graph.noise("kept", Noise.UNIFORM, to.features()).lt(0.5);
      return y.mul(kept.castTo(graph.dataType())).mul(2);
    }
  }

  /** Centres the outputs: by the batch's mean in training, by a running mean in evaluation. */
  public static final class Centred extends Base {
    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      SDVariable y = layers(graph, x, from, to);
      return Centring.centred(graph, y, to.features(), true);
    }
  }

  /** The same with the batch's mean in evaluation too. */
  public static final class LeakingCentred extends Base {
    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      SDVariable y = layers(graph, x, from, to);
      return Centring.centred(graph, y, to.features(), false);
    }
  }

  /** The same with the running mean added in evaluation. */
  public static final class CentredTheWrongWay extends Base {
    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      SDVariable y = layers(graph, x, from, to);
      SDVariable centred = Centring.centred(graph, y, to.features(), true);
      return graph.training()
          ? centred
          : centred.add(graph.state("mean", Initializer.zeros(), to.features()).mul(2));
    }
  }

  /** The same with a running mean that training forgets. */
  public static final class ForgottenUpdate extends Base {
    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      SDVariable y = layers(graph, x, from, to);
      SDVariable state = graph.state("mean", Initializer.zeros(), to.features());
      return y.mul(y).sub(graph.training() ? graph.meanOverBatch(y) : state);
    }
  }

  /** Squares around a batch mean, so that the mean does not take the gradient's part. */
  private static final class Centring {
    static SDVariable centred(Graph graph, SDVariable y, int width, boolean running) {
      SDVariable mean = graph.meanOverBatch(y);
      if (!running) {
        return y.mul(y).sub(mean);
      }
      SDVariable state = graph.state("mean", Initializer.zeros(), width);
      graph.update(state, state.mul(0.9).add(mean.mul(0.1)));
      return y.mul(y).sub(graph.training() ? mean : state);
    }
  }

  /** Draws noise in the graph. */
  public static final class OwnNoise extends Base {
    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      SDVariable noise = graph.sameDiff().random().normal(0, 1, graph.dataType(), 1, to.features());
      return layers(graph, x, from, to).add(noise);
    }
  }

  /** Draws a constant when the graph is built. */
  public static final class DrawnConstant extends Base {
    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      SDVariable y = layers(graph, x, from, to);
      return y.add(graph.sameDiff().constant(Nd4j.rand(graph.dataType(), 1, to.features())));
    }
  }

  /** Makes a variable behind the graph's back. */
  public static final class OwnVariable extends Base {
    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      SDVariable scale =
          graph.sameDiff().var("scale", Nd4j.ones(graph.dataType(), 1, to.features()).mul(2));
      return layers(graph, x, from, to).mul(scale);
    }
  }

  /** A parameter that nothing uses. */
  public static final class DeadParameter extends Base {
    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      graph.parameter("dead", Initializer.normal(1), 1, 3);
      return layers(graph, x, from, to);
    }
  }

  /** Reads all inputs but the last. */
  public static final class BlindInput extends Base {
    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      int seen = Math.max(1, from.features() - 1);
      return layers(graph, graph.columns(x, 0, seen), DataShape.vector(seen), to);
    }
  }

  /** Stops the gradient to its first layer. */
  public static final class CutGradient extends Base {
    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      SDVariable hidden = graph.linear("hidden", x, from.features(), 5);
      return graph.linear("output", graph.stopGradient(hidden).add(hidden), 5, to.features());
    }
  }

  /** Subtracts the batch's mean. */
  public static final class SeesTheBatch extends Base {
    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      SDVariable y = layers(graph, x, from, to);
      return y.mul(2).sub(graph.meanOverBatch(y));
    }
  }

  /** Grows like exp. */
  public static final class Overflows extends Base {
    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      SDVariable sums = graph.rowSums(graph.sameDiff().math.exp(x));
      return layers(graph, x, from, to).add(sums);
    }
  }

  /** Numbers its parameters on, however often it is applied. */
  public static final class NeverTheSame extends Base {
    private static int count;

    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      return layers(graph.scope("number-" + count++), x, from, to);
    }
  }

  /** One output too many. */
  public static final class WrongWidth extends Base {
    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      return layers(graph, x, from, DataShape.vector(to.features() + 1));
    }
  }

  /** Needs a library that no plugin is given. */
  public static final class NeedsClassPath extends Base {
    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      return layers(graph.scope(StringUtils.nullSafeToString("layers")), x, from, to);
    }
  }

  /** Has more parameters in training than in evaluation. */
  public static final class OnlyInTraining extends Base {
    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      SDVariable y = layers(graph, x, from, to);
      return graph.training()
          ? y.add(graph.parameter("extra", Initializer.constant(1), 1, to.features()))
          : y;
    }
  }

  /** A name in upper case and no description. */
  public static final class BadName extends Base {
    @Override
    public String name() {
      return "Toy_Net";
    }

    @Override
    public String description() {
      return " ";
    }

    @Override
    SDVariable apply(Graph graph, SDVariable x, DataShape from, DataShape to) {
      return layers(graph, x, from, to);
    }
  }
}
