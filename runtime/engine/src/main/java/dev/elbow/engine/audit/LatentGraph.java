package dev.elbow.engine.audit;

import dev.elbow.engine.model.ModelParts;
import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.graph.NoiseSpec;
import dev.elbow.spi.GaussianMoments;
import dev.elbow.spi.Graph;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Posterior;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The posterior and the prior without the encoder: the posterior's parameters and noise to z and to
 * what is stated of it.
 *
 * @param noises of the sampler alone
 * @param outputs that this posterior and prior offer
 */
record LatentGraph(BuiltGraph graph, List<NoiseSpec> noises, Set<String> outputs) {
  /** The input, {@code [rows, parameterCount]}. */
  static final String PARAMETERS = "audit/parameters";

  /** The sample, {@code [rows, latent]}. */
  static final String Z = "audit/z";

  /** log q(z|x) as the sample states it. */
  static final String LOG_Q = "audit/log-q";

  /** log q(z|x) as the posterior states it of any z. */
  static final String LOG_Q_AT = "audit/log-q-at";

  /** log p(z). */
  static final String LOG_P = "audit/log-p";

  /** The stated moments. */
  static final String MEAN = "audit/mean";

  static final String LOG_VARIANCE = "audit/log-variance";
  static final String LOG_DET_R = "audit/log-det-r";

  static LatentGraph build(ModelParts parts) {
    GraphBuilder builder = new GraphBuilder(DataType.DOUBLE, false);
    Graph root = builder.root();
    Graph scope = root.scope("posterior");
    Posterior posterior = parts.options().posterior();
    SDVariable parameters = builder.input(PARAMETERS, posterior.parameterCount());
    LatentSample sample = posterior.sample(scope, parameters);
    List<NoiseSpec> noises = builder.build().noises();

    Set<String> outputs = new TreeSet<>();
    add(builder, outputs, Z, sample.z());
    sample.logDensity().ifPresent(q -> add(builder, outputs, LOG_Q, q));
    posterior
        .logDensity(scope, parameters, sample.z())
        .ifPresent(q -> add(builder, outputs, LOG_Q_AT, q));
    parts
        .options()
        .prior()
        .logDensity(root.scope("prior"), sample.z())
        .ifPresent(p -> add(builder, outputs, LOG_P, p));
    sample.moments().ifPresent(moments -> add(builder, outputs, moments));
    return new LatentGraph(builder.build(), noises, Set.copyOf(outputs));
  }

  private static void add(GraphBuilder builder, Set<String> outputs, GaussianMoments moments) {
    add(builder, outputs, MEAN, moments.mean());
    add(builder, outputs, LOG_VARIANCE, moments.logVariance());
    moments.logCorrelationDeterminant().ifPresent(r -> add(builder, outputs, LOG_DET_R, r));
  }

  private static void add(
      GraphBuilder builder, Set<String> outputs, String name, SDVariable value) {
    builder.output(name, value);
    outputs.add(name);
  }

  boolean has(String output) {
    return outputs.contains(output);
  }
}
