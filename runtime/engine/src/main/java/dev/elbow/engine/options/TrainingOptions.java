package dev.elbow.engine.options;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import java.util.Optional;

/** How the model is trained. */
public record TrainingOptions(
    @Doc("passes over the training set") @Default("20") @Range(min = 1) int epochs,
    @Doc("examples of a step") @Default("128") @Range(min = 1) int batch,
    @Doc("the optimizer") @Default("adam") OptimizerOptions optimizer,
    @Doc("limits of the gradient") @Default("{}") ClippingOptions gradientClipping,
    @Doc("average the weights over the steps, for evaluation and sampling")
        Optional<AveragingOptions> averaging,
    @Doc("stop when validation stalls; needs data.validation")
        Optional<EarlyStopping> earlyStopping,
    @Doc("epochs between checkpoints") @Default("1") @Range(min = 1) int checkpointEvery) {}
