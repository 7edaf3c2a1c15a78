package dev.elbow.engine.model;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Encoder;
import dev.elbow.spi.Graph;
import dev.elbow.spi.InputException;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Posterior;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * What parts learn of the model while it is made. The encoder is handed out before it exists, since
 * a prior may want it; it works once the model is complete.
 */
public final class ModelContext implements PartContext {
  private final int latent;
  private final DataShape shape;
  private final DataValues values;
  private volatile ModelParts parts;

  public ModelContext(int latent, DataShape shape, DataValues values) {
    this.latent = latent;
    this.shape = shape;
    this.values = values;
  }

  /** Completes the context with the parts that were made from it. */
  public void complete(ModelParts made) {
    this.parts = made;
  }

  @Override
  public int latentSize() {
    return latent;
  }

  @Override
  public DataShape dataShape() {
    return shape;
  }

  @Override
  public DataValues dataValues() {
    return values;
  }

  @Override
  public Encoder encoder() {
    return new LateEncoder();
  }

  private final class LateEncoder implements Encoder {
    @Override
    public Posterior posterior() {
      return complete().options().posterior();
    }

    @Override
    public SDVariable parameters(Graph graph, SDVariable x) {
      return ModelGraphs.encode(complete(), ModelGraphs.root(graph), x);
    }

    private ModelParts complete() {
      if (parts == null) {
        throw new InputException(
            "MODEL-ENCODER-EARLY",
            "a part used the encoder before the model was complete",
            "",
            "In the plugin, call the encoder while building the graph, not in the factory.");
      }
      return parts;
    }
  }
}
