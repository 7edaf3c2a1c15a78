package dev.elbow.engine.training;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * An epoch's figures as they are shown and logged, means in nats per example.
 *
 * @param epoch from 1
 * @param epochs of the whole training
 * @param step steps so far
 * @param objective what was minimised
 * @param reconstruction -log p(x|z)
 * @param terms by name, without their weights
 * @param validation the validation set's objective
 * @param imagesPerSecond training speed
 * @param seconds since the training began, over all sessions
 */
public record EpochFigures(
    int epoch,
    int epochs,
    long step,
    double objective,
    double reconstruction,
    Map<String, Double> terms,
    OptionalDouble validation,
    double imagesPerSecond,
    double seconds) {}
