package dev.elbow.engine.training;

import java.nio.file.Path;
import java.util.List;

/**
 * What a training is about to do.
 *
 * @param run its folder
 * @param data the dataset's name
 * @param trainingImages number of training examples
 * @param parameters number of trained values
 * @param epochs to complete
 * @param fromStep steps taken before, when resumed
 * @param terms how each term is computed: "kl: closed form"
 */
public record TrainingStart(
    Path run,
    String data,
    int trainingImages,
    long parameters,
    int epochs,
    long fromStep,
    List<String> terms) {}
