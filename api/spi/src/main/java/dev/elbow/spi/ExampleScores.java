package dev.elbow.spi;

import java.util.Optional;

/**
 * What a model says of each example, in nats, with one sample z of its posterior.
 *
 * @param negativeLogLikelihood -log p(x|z)
 * @param kl KL(q(z|x) || p(z)), exact or log q(z|x) - log p(z) at the sample; empty if a density is
 *     missing
 * @param bound whether their sum is a bound, and on what
 */
public record ExampleScores(double[] negativeLogLikelihood, Optional<double[]> kl, Bound bound) {}
