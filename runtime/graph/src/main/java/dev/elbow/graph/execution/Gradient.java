package dev.elbow.graph.execution;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A gradient, or a part of one: the gradient is the sum of the parts times their weights.
 *
 * @param flat of the parameters' layout
 * @param weight the share of the examples that it is the mean of
 */
public record Gradient(INDArray flat, double weight) {}
