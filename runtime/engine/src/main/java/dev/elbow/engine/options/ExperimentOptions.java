package dev.elbow.engine.options;

import dev.elbow.configuration.Forms;
import dev.elbow.data.DataOptions;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import java.util.List;

/** A whole configuration file. */
public record ExperimentOptions(
    @Doc("names the run's folder") @Default("experiment") String name,
    @Doc("the seed of every random number") @Default("42") long seed,
    @Doc("where the arithmetic runs") @Default("{}") BackendOptions backend,
    @Doc("what the model learns from") DataOptions data,
    @Doc("the model's parts") ModelOptions model,
    @Doc("the terms added to the reconstruction, or a short form such as beta-vae")
        @Default("[{type: kl}]")
        @Forms(ObjectiveForm.class)
        List<TermOptions> objective,
    @Doc("how the model is trained") @Default("{}") TrainingOptions training,
    @Doc("what is measured beside reconstruction and KL") @Default("{}")
        EvaluationOptions evaluation) {}
