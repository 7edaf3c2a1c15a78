package dev.elbow.graph.execution;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.graph.ParameterSpec;
import dev.elbow.graph.ParameterStore;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Small graphs: x [batch, 6] through a linear layer w [6, 4] + b to h [batch, 4], and from there to
 * a loss.
 */
public final class Graphs {
  public static final int FEATURES = 6;

  private Graphs() {}

  /** A graph with its first parameters. */
  public record Model(BuiltGraph graph, ParameterStore store) {
    public List<String> parameters() {
      return graph.parameters().stream().map(ParameterSpec::name).toList();
    }

    public Feeds feeds(int batch, long seed) {
      float[] x = new float[batch * FEATURES];
      Random random = new Random(seed);
      for (int i = 0; i < x.length; i++) {
        x[i] = (float) random.nextGaussian();
      }
      return new Feeds(graph).put("x", x, batch, FEATURES);
    }
  }

  /**
   * A graph with outputs "h" and "loss".
   *
   * @param loss from the graph and h to a scalar
   */
  public static Model of(BiFunction<Graph, SDVariable, SDVariable> loss) {
    GraphBuilder builder = new GraphBuilder(DataType.FLOAT, true);
    Graph root = builder.root();
    SDVariable x = builder.input("x", FEATURES);
    SDVariable w = root.parameter("w", Initializer.normal(0.5), FEATURES, 4);
    SDVariable b = root.parameter("b", Initializer.normal(0.5), 1, 4);
    SDVariable h = builder.output("h", x.mmul(w).add(b));
    builder.output("loss", loss.apply(root, h));
    root.sameDiff().setLossVariables("loss");
    BuiltGraph graph = builder.build();
    return new Model(graph, ParameterStore.create(1, graph));
  }
}
