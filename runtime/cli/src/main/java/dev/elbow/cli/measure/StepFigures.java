package dev.elbow.cli.measure;

/**
 * What a training step costs, milliseconds.
 *
 * @param median wall clock
 * @param low the 10th percentile
 * @param high the 90th percentile
 * @param processor the mean time of all cores together
 */
record StepFigures(double median, double low, double high, double processor) {}
