package dev.elbow.engine.audit;

import dev.elbow.data.Split;
import dev.elbow.engine.model.ModelParts;
import dev.elbow.graph.ParameterStore;
import java.util.Optional;

/**
 * What is audited.
 *
 * @param parts of the model, their flows handed out by the observer
 * @param flows the observer
 * @param examples to look at
 * @param seed of the noise
 * @param batch the size that the model is trained with
 * @param epoch completed epochs, for the weights of the objective
 * @param trained parameters; empty for a configuration, which is audited with its first parameters
 *     and with others near them
 */
public record Subject(
    ModelParts parts,
    FlowObserver flows,
    Split examples,
    long seed,
    int batch,
    double epoch,
    Optional<ParameterStore> trained) {}
