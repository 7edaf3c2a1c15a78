package dev.elbow.engine.density;

import dev.elbow.engine.evaluation.Estimate;

/**
 * A density that was fitted to the codes of a run's training set.
 *
 * @param kind what was asked for; components that lost all codes are missing from the mixture
 * @param mixture the density
 * @param train mean log density of the codes it was fitted to, nats per example
 * @param heldOut the same of the test set's codes
 * @param codes how many it was fitted to
 * @param iterations of EM
 * @param converged whether EM ended because it gained no more
 * @param seconds that encoding and fitting took
 */
public record FittedDensity(
    DensityKind kind,
    GaussianMixture mixture,
    Estimate train,
    Estimate heldOut,
    int codes,
    int iterations,
    boolean converged,
    double seconds) {}
