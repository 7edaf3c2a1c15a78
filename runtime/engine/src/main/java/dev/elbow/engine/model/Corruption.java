package dev.elbow.engine.model;

import dev.elbow.engine.options.CorruptionOptions;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Noise;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The corruption of a denoising autoencoder.
 *
 * <pre>
 * Gaussian: x + level e, e ~ N(0, I)       masking: x * [u >= level], u ~ U(0, 1)
 * </pre>
 *
 * <p>Source: Vincent et al., Extracting and Composing Robust Features with Denoising Autoencoders,
 * 2008.
 */
final class Corruption {
  private Corruption() {}

  /** x as the encoder sees it in training: corrupted if the model says so, {@code [batch, n]}. */
  static SDVariable of(ModelParts parts, Graph root, SDVariable x) {
    return parts
        .options()
        .corruption()
        .map(options -> corrupted(options, root.scope("corruption"), x, parts.shape().features()))
        .orElse(x);
  }

  private static SDVariable corrupted(
      CorruptionOptions options, Graph graph, SDVariable x, int features) {
    return switch (options.type()) {
      case GAUSSIAN ->
          x.add(graph.noise("gaussian", Noise.STANDARD_NORMAL, features).mul(options.level()));
      case MASKING -> {
        SDVariable uniform = graph.noise("mask", Noise.UNIFORM, features);
        yield x.mul(uniform.gte(options.level()).castTo(graph.dataType()));
      }
    };
  }
}
