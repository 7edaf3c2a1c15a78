package dev.elbow.engine.training;

/**
 * The figures of one step, means over its batch, in nats per example.
 *
 * @param objective what the model minimised, with the weights of this step
 * @param reconstruction -log p(x|z)
 * @param terms reported, in the order of the objective, without their weights
 */
record StepResult(double objective, double reconstruction, double[] terms) {}
