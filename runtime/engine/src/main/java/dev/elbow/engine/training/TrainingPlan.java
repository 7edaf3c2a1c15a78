package dev.elbow.engine.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.engine.options.TrainingOptions;

/**
 * What a trainer needs of the configuration.
 *
 * @param seed of every random number
 * @param options how to train
 * @param provenance written into each checkpoint: configuration, plugins, backend, data
 */
public record TrainingPlan(long seed, TrainingOptions options, ObjectNode provenance) {}
