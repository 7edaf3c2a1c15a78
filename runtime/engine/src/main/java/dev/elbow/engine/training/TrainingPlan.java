package dev.elbow.engine.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.engine.options.TrainingOptions;
import dev.elbow.graph.execution.ParallelismChoice;

/**
 * What a trainer needs of the configuration.
 *
 * @param seed of every random number
 * @param options how to train
 * @param parallelism how the threads share a step
 * @param provenance written into each checkpoint: configuration, plugins, backend, data
 */
public record TrainingPlan(
    long seed, TrainingOptions options, ParallelismChoice parallelism, ObjectNode provenance) {}
