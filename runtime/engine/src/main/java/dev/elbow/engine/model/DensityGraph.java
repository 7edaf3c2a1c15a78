package dev.elbow.engine.model;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Posterior;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Densities of codes that are given, not drawn: log p(z) by the prior, or log q(z|x) by the
 * posterior without its encoder.
 *
 * @param graph a row for each code
 */
public record DensityGraph(BuiltGraph graph) {
  /** The codes, {@code [rows, latent]}. */
  public static final String Z = "density/z";

  /** The posterior's parameters, {@code [rows, parameterCount]}. */
  public static final String PARAMETERS = "density/parameters";

  /** The density, {@code [rows]}, nats. */
  public static final String LOG_DENSITY = "density/log";

  /** log p(z); empty if the prior states no density. */
  public static Optional<DensityGraph> ofPrior(ModelGraphs model) {
    GraphBuilder builder = builder(model);
    Graph scope = builder.root().scope("prior");
    SDVariable z = builder.input(Z, model.parts().latent());
    return built(builder, model, model.parts().options().prior().logDensity(scope, z));
  }

  /** log q(z|x); empty if the posterior states no density of codes that it did not draw. */
  public static Optional<DensityGraph> ofPosterior(ModelGraphs model) {
    GraphBuilder builder = builder(model);
    Graph scope = builder.root().scope("posterior");
    Posterior posterior = model.parts().options().posterior();
    SDVariable parameters = builder.input(PARAMETERS, posterior.parameterCount());
    SDVariable z = builder.input(Z, model.parts().latent());
    return built(builder, model, posterior.logDensity(scope, parameters, z));
  }

  private static GraphBuilder builder(ModelGraphs model) {
    return new GraphBuilder(model.training().graph().dataType(), false);
  }

  private static Optional<DensityGraph> built(
      GraphBuilder builder, ModelGraphs model, Optional<SDVariable> density) {
    return density.map(
        value -> {
          builder.output(LOG_DENSITY, value);
          BuiltGraph graph = builder.build();
          model.parameters().attach(graph);
          return new DensityGraph(graph);
        });
  }
}
