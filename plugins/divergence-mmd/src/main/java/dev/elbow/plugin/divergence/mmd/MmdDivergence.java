package dev.elbow.plugin.divergence.mmd;

import dev.elbow.spi.Divergence;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Latent;
import dev.elbow.spi.Term;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The squared maximum mean discrepancy between the aggregate posterior q(z), of which the batch's
 * codes z are a sample, and the prior p(z), of which as many samples y are drawn:
 *
 * <pre>MMD^2 = E k(z, z') + E k(y, y') - 2 E k(z, y)</pre>
 *
 * <p>The biased estimator takes the means over all pairs. The unbiased one leaves out the pairs of
 * a point with itself; a batch of 1 has no other pair within, and gets the biased one. With {@code
 * r = k(0) - k}, which is 0 for such pairs, both are
 *
 * <pre>2 mean r(z, y) - w [mean r(z, z') + mean r(y, y')],  w = 1 or B / (B - 1)</pre>
 *
 * <p>One figure of the whole batch, a scalar without a unit. The gradient reaches the codes and,
 * through the samples, the parameters of a prior that has some.
 *
 * <p>Source: Gretton et al., A Kernel Two-Sample Test, 2012, equations 3 and 5.
 */
final class MmdDivergence implements Divergence {
  private final Kernel kernel;
  private final MmdOptions.Estimator estimator;
  private final int latent;

  MmdDivergence(MmdOptions options, int latent) {
    this.kernel =
        switch (options.kernel()) {
          case RBF -> RbfKernel.of(options.bandwidth(), options.sigma(), latent);
          case IMQ -> new ImqKernel(latent, options.priorVariance());
        };
    this.estimator = options.estimator();
    this.latent = latent;
  }

  @Override
  public Term build(Graph graph, Latent batch) {
    Pairs pairs = Pairs.of(graph, batch.sample().z(), batch.priorSample(), latent);
    SDVariable means = means(kernel.drop(graph, pairs));
    SDVariable within = means.mul(graph.constant("within", blocks(1, 1, 0))).sum();
    SDVariable between = means.mul(graph.constant("between", blocks(0, 0, 2))).sum();
    return Term.notABound(
            between.sub(within.mul(weight(graph, pairs.batch()))),
            "the MMD compares q(z) of the whole batch with p(z), and no bound on log p(x) holds it")
        .withUnit("dimensionless")
        .withNote(note());
  }

  /** The mean of each block, rows first: two short sums lose fewer digits than a long one. */
  private static SDVariable means(SDVariable blocks) {
    return blocks.mean(true, 2).mean(1, 2);
  }

  private SDVariable weight(Graph graph, SDVariable batch) {
    if (estimator == MmdOptions.Estimator.BIASED) {
      return graph.constant(1);
    }
    SDVariable omitted = batch.gt(1).castTo(graph.dataType());
    return batch.div(batch.sub(omitted));
  }

  private String note() {
    return switch (estimator) {
      case BIASED -> "biased, kernel " + kernel.description();
      case UNBIASED -> "unbiased, kernel " + kernel.description();
    };
  }

  private static INDArray blocks(double... values) {
    return Nd4j.createFromArray(values);
  }
}
