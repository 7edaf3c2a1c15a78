package com.example.rho;

import dev.elbow.spi.Graph;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Noise;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.Prior;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * The posterior of the rho-VAE as the official code of the paper has it. <b>It is wrong on
 * purpose</b>: {@code elbow audit} is to say so, and why.
 *
 * <p>The encoder gives mu, rho (by a tanh) and log s. What is sampled is a random walk, in which rho
 * does not occur and whose covariance is s min(i, j):
 *
 * <pre>
 * u_1 = sqrt(s) e_1,   u_j = u_(j-1) + sqrt(s) e_j,   z = mu + u,   e ~ N(0, I)
 * </pre>
 *
 * <p>What is minimised as its KL to N(0, I) is, for example i of a batch of B,
 *
 * <pre>
 * kl_i = 1/(2 B) [ sum over the batch of |mu_b|^2 + d (s_i - 1 - log s_i) - (d-1) log(1 - rho_i^2) ]
 * </pre>
 *
 * <p>The bracket would be the KL of N(mu, C), C_jk = s rho^|j-k|, if |mu|^2 were example i's alone
 * and B were 1. As it is, the sum over the batch, averaged over the batch and divided by B, weighs
 * what it should, and the terms of scale and correlation weigh one B-th of what they should. Neither
 * way is it the KL of the random walk. A model may therefore spread its codes at almost no cost: the
 * published gain is this artefact.
 *
 * <p>Shapes: parameters {@code [batch, latent + 2]}. The figures are in nats. No density is stated,
 * as the code states none.
 *
 * <p>Source: models.py and utils.py of https://github.com/sssohrab/rho_VAE, which goes with the
 * paper "rho-VAE: Autoregressive parametrization of the VAE encoder" (Ferdowsi et al., 2019). Its
 * loss is the batch's summed reconstruction plus the mean over i of the bracket's half, divided by
 * B; the mean over the batch that Elbow takes of both terms gives the same.
 */
final class PublishedAr1Posterior implements Posterior {
  /** Keeps log(1 - rho^2) finite where tanh rounds to 1. */
  private static final double LARGEST_RHO = 0.9999;

  private final int latent;

  PublishedAr1Posterior(int latent) {
    this.latent = latent;
  }

  @Override
  public int parameterCount() {
    return latent + 2;
  }

  @Override
  public LatentSample sample(Graph graph, SDVariable parameters) {
    SDVariable deviation = graph.sameDiff().math.exp(logScale(graph, parameters).mul(0.5));
    SDVariable steps = graph.noise("e", Noise.STANDARD_NORMAL, latent).mul(deviation);
    SDVariable[] walk = new SDVariable[latent];
    walk[0] = graph.columns(steps, 0, 1);
    for (int j = 1; j < latent; j++) {
      walk[j] = walk[j - 1].add(graph.columns(steps, j, j + 1));
    }
    SDVariable mean = mean(graph, parameters);
    SDVariable u = latent == 1 ? walk[0] : graph.sameDiff().concat(1, walk);
    return LatentSample.point(mean.add(u)).withCode(mean);
  }

  /** {@code [batch]}, each example's own terms and the batch's sum of |mu|^2, divided by 2 B. */
  @Override
  public Optional<SDVariable> kl(Graph graph, SDVariable parameters, Prior prior) {
    SameDiff sd = graph.sameDiff();
    SDVariable mean = mean(graph, parameters);
    SDVariable logS = logScale(graph, parameters);
    SDVariable rho = sd.math.tanh(rawRho(graph, parameters)).mul(LARGEST_RHO);
    SDVariable ofScale = sd.math.exp(logS).sub(1).sub(logS).mul(latent);
    SDVariable ofCorrelation = sd.math.log1p(rho.mul(rho).neg()).mul(latent - 1);
    SDVariable own = graph.sumPerExample(ofScale.sub(ofCorrelation));
    SDVariable squares = graph.sumPerExample(mean.mul(mean));
    SDVariable batch = squares.mul(0).add(1).sum();
    return Optional.of(own.add(squares.sum()).div(batch.mul(2)));
  }

  private SDVariable mean(Graph graph, SDVariable parameters) {
    return graph.columns(parameters, 0, latent);
  }

  private SDVariable rawRho(Graph graph, SDVariable parameters) {
    return graph.columns(parameters, latent, latent + 1);
  }

  private SDVariable logScale(Graph graph, SDVariable parameters) {
    return graph.columns(parameters, latent + 1, latent + 2);
  }
}
