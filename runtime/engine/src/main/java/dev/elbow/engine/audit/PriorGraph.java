package dev.elbow.engine.audit;

import dev.elbow.engine.model.ModelParts;
import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.graph.NoiseSpec;
import dev.elbow.spi.DiagonalGaussian;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Prior;
import java.util.List;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The prior alone: its sampler, and its density at any z.
 *
 * @param noises of the sampler
 * @param density whether it states one
 * @param gaussian whether it is stated to be a diagonal Gaussian, whose mean and log variance are
 *     outputs of {@code [rows, latent]}
 */
record PriorGraph(BuiltGraph graph, List<NoiseSpec> noises, boolean density, boolean gaussian) {
  /** The input, {@code [rows, latent]}. */
  static final String Z = "audit/z";

  static final String LOG_P = "audit/log-p";
  static final String SAMPLE = "audit/sample";
  static final String MEAN = "audit/mean";
  static final String LOG_VARIANCE = "audit/log-variance";

  static PriorGraph build(ModelParts parts) {
    GraphBuilder builder = new GraphBuilder(DataType.DOUBLE, false);
    Graph scope = builder.root().scope("prior");
    Prior prior = parts.options().prior();
    builder.output(SAMPLE, prior.sample(scope));
    List<NoiseSpec> noises = builder.build().noises();
    SDVariable z = builder.input(Z, parts.latent());
    Optional<SDVariable> density = prior.logDensity(scope, z);
    density.ifPresent(p -> builder.output(LOG_P, p));
    Optional<DiagonalGaussian> gaussian = prior.gaussian(scope);
    gaussian.ifPresent(
        normal -> {
          builder.output(MEAN, like(z, normal.mean()));
          builder.output(LOG_VARIANCE, like(z, normal.logVariance()));
        });
    return new PriorGraph(builder.build(), noises, density.isPresent(), gaussian.isPresent());
  }

  /** {@code [1, latent]}, or 0 if there is none, as {@code [rows, latent]}. */
  private static SDVariable like(SDVariable z, Optional<SDVariable> value) {
    SDVariable zeros = z.mul(0);
    return value.map(zeros::add).orElse(zeros);
  }
}
