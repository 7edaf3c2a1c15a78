package dev.elbow.spi;

import dev.elbow.spi.option.Doc;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** Elementwise nonlinearities of hidden layers. */
public enum Activation {
  @Doc("max(x, 0)")
  RELU {
    @Override
    public SDVariable apply(Graph graph, SDVariable x) {
      return graph.sameDiff().nn.relu(x, 0);
    }
  },
  @Doc("x for x > 0, otherwise 0.01 x")
  LEAKY_RELU {
    @Override
    public SDVariable apply(Graph graph, SDVariable x) {
      return graph.sameDiff().nn.leakyRelu(x, 0.01);
    }
  },
  @Doc("x for x > 0, otherwise exp(x) - 1")
  ELU {
    @Override
    public SDVariable apply(Graph graph, SDVariable x) {
      return graph.sameDiff().nn.elu(x);
    }
  },
  @Doc("the hyperbolic tangent")
  TANH {
    @Override
    public SDVariable apply(Graph graph, SDVariable x) {
      return graph.sameDiff().math.tanh(x);
    }
  },
  @Doc("1 / (1 + exp(-x))")
  SIGMOID {
    @Override
    public SDVariable apply(Graph graph, SDVariable x) {
      return graph.sameDiff().nn.sigmoid(x);
    }
  },
  @Doc("log(1 + exp(x))")
  SOFTPLUS {
    @Override
    public SDVariable apply(Graph graph, SDVariable x) {
      return graph.softplus(x);
    }
  },
  @Doc("x sigmoid(x), also called swish")
  SILU {
    @Override
    public SDVariable apply(Graph graph, SDVariable x) {
      SameDiff sd = graph.sameDiff();
      return x.mul(sd.nn.sigmoid(x));
    }
  },
  @Doc("x: a linear layer")
  NONE {
    @Override
    public SDVariable apply(Graph graph, SDVariable x) {
      return x;
    }
  };

  /** The activation of each element. */
  public abstract SDVariable apply(Graph graph, SDVariable x);
}
