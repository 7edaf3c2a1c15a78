package dev.elbow.spi;

/**
 * Importance-weighted estimates of each example.
 *
 * @param logLikelihood log 1/K sum_k w_k, nats
 * @param effectiveSampleSize (sum_k w_k)^2 / sum_k w_k^2, from 1 to K
 */
public record ImportanceScores(double[] logLikelihood, double[] effectiveSampleSize) {}
