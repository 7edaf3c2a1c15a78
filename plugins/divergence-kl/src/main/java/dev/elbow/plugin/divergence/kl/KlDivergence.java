package dev.elbow.plugin.divergence.kl;

import dev.elbow.spi.Divergence;
import dev.elbow.spi.Graph;
import dev.elbow.spi.KullbackLeibler;
import dev.elbow.spi.Latent;
import dev.elbow.spi.Term;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * KL(q(z|x) || p(z)) of each example: closed form where there is one, otherwise log q(z) - log p(z)
 * at the sample.
 *
 * <p>With free bits f the loss is sum_i max(f, mean over the batch of KL_i), or max(f d, mean KL)
 * where the posterior does not factorise; what is reported stays the KL. The mean over the batch
 * stands inside the maximum, as in the source, so this loss is one figure of the whole batch.
 *
 * <p>Source of free bits: Kingma et al., Improved Variational Inference with Inverse Autoregressive
 * Flow, 2016, appendix C.8.
 */
final class KlDivergence implements Divergence {
  private final double freeBits;
  private final int latent;

  KlDivergence(double freeBits, int latent) {
    this.freeBits = freeBits;
    this.latent = latent;
  }

  @Override
  public Term build(Graph graph, Latent latentBatch) {
    KullbackLeibler kl = latentBatch.kl();
    String note = kl.closedForm() ? "closed form" : "Monte Carlo, one sample";
    if (freeBits == 0) {
      return Term.ofBound(kl.perExample()).withNote(note);
    }
    return Term.notABound(freeBitsLoss(graph, kl), "free bits leave a part of the KL uncounted")
        .reporting(kl.perExample())
        .withNote(note);
  }

  private SDVariable freeBitsLoss(Graph graph, KullbackLeibler kl) {
    if (kl.perDimension().isPresent()) {
      return atLeast(graph, graph.meanOverBatch(kl.perDimension().get()), freeBits).sum();
    }
    return atLeast(graph, kl.perExample().mean(), freeBits * latent);
  }

  private static SDVariable atLeast(Graph graph, SDVariable x, double floor) {
    return graph.sameDiff().nn.relu(x.sub(floor), 0).add(floor);
  }
}
