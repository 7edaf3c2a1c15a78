package dev.elbow.engine.model;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.Graph;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Posterior;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * From an example and its posterior's parameters to the logarithm of an importance weight:
 *
 * <pre>log w = log p(x|z) + log p(z) - log q(z|x),   z from q(z|x)</pre>
 *
 * <p>The encoder is left out, so that it runs once for all samples of an example.
 *
 * @param graph a row for each sample
 */
public record ImportanceGraph(BuiltGraph graph) {
  /** The posterior's parameters, {@code [rows, parameterCount]}. */
  public static final String PARAMETERS = "importance/parameters";

  /** log w, {@code [rows]}. */
  public static final String LOG_WEIGHT = "importance/log-weight";

  /** The graph on the model's parameters; empty if posterior or prior state no density. */
  public static Optional<ImportanceGraph> of(ModelGraphs model) {
    ModelParts parts = model.parts();
    GraphBuilder builder = new GraphBuilder(model.training().graph().dataType(), false);
    Graph root = builder.root();
    Posterior posterior = parts.options().posterior();
    SDVariable x = builder.input(TrainingGraph.X, parts.shape().features());
    SDVariable parameters = builder.input(PARAMETERS, posterior.parameterCount());
    LatentSample sample = posterior.sample(root.scope("posterior"), parameters);
    Optional<SDVariable> logP = parts.options().prior().logDensity(root.scope("prior"), sample.z());
    if (sample.logDensity().isEmpty() || logP.isEmpty()) {
      return Optional.empty();
    }
    Decoder decoder = parts.options().decoder();
    Graph scope = root.scope("decoder");
    SDVariable output = decoder.output(scope, sample.z());
    SDVariable nll = decoder.negativeLogLikelihood(scope, x, output);
    SDVariable logWeight = logP.get().sub(sample.logDensity().get()).sub(nll);
    builder.output(LOG_WEIGHT, logWeight);
    BuiltGraph graph = builder.build();
    model.parameters().attach(graph);
    return Optional.of(new ImportanceGraph(graph));
  }
}
