package dev.elbow.cli.host;

import dev.elbow.launcher.BackendChoice;
import dev.elbow.launcher.Nd4jInfo;

/**
 * The backend as it runs.
 *
 * @param choice which one and why
 * @param info what ND4J says of itself
 * @param threads of the CPU kernels
 */
public record StartedBackend(BackendChoice choice, Nd4jInfo info, int threads) {}
