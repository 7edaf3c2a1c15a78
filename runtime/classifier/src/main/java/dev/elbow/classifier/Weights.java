package dev.elbow.classifier;

import dev.elbow.runs.Tensor;
import java.util.Map;

/**
 * What a training leaves.
 *
 * @param parameters by layer and kind, such as {@code 0_W}
 * @param accuracy share of the test examples told right
 */
record Weights(Map<String, Tensor> parameters, double accuracy) {}
