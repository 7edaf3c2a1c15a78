package dev.elbow.tck;

import dev.elbow.graph.GraphBuilder;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Encoder;
import dev.elbow.spi.Graph;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Posterior;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A small model's context, for the contracts and for tests of an author's own; its encoder is one
 * dense layer to a diagonal Gaussian.
 */
public record TckContext(int latentSize, DataShape dataShape, DataValues dataValues)
    implements PartContext {

  TckContext withLatent(int size) {
    return new TckContext(size, dataShape, dataValues);
  }

  TckContext withData(DataShape shape, DataValues values) {
    return new TckContext(latentSize, shape, values);
  }

  @Override
  public Encoder encoder() {
    Posterior posterior = new KnownPosterior(latentSize);
    int features = dataShape.features();
    return new Encoder() {
      @Override
      public Posterior posterior() {
        return posterior;
      }

      @Override
      public SDVariable parameters(Graph graph, SDVariable x) {
        Graph root = GraphBuilder.rootOf(graph);
        return root.linear("encoder", x, features, posterior.parameterCount());
      }
    };
  }
}
