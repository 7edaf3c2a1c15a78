package dev.elbow.engine.model;

import dev.elbow.graph.ParameterStore;
import dev.elbow.runs.Tensor;
import dev.elbow.spi.InputException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A model's parameters and states as a checkpoint keeps them. */
public final class ParameterTensors {
  private ParameterTensors() {}

  /** Parameters and states by name, copied. */
  public static Map<String, Tensor> of(ParameterStore parameters) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    parameters
        .arrays()
        .forEach(
            (name, array) ->
                tensors.put(name, new Tensor(array.shape(), array.dup('c').data().asFloat())));
    return tensors;
  }

  /**
   * Takes the values of a checkpoint.
   *
   * @param place of the checkpoint
   * @throws InputException if a tensor is missing or has another shape
   */
  public static void restore(ParameterStore parameters, Map<String, Tensor> tensors, String place) {
    parameters.arrays().forEach((name, array) -> restore(tensors, name, array, place));
  }

  private static void restore(
      Map<String, Tensor> tensors, String name, INDArray array, String place) {
    Tensor tensor = tensors.get(name);
    if (tensor == null || !Arrays.equals(tensor.shape(), array.shape())) {
      throw new InputException(
          "CHECKPOINT-MISMATCH",
          "the model has a parameter '%s' of shape %s; the checkpoint has %s"
              .formatted(
                  name,
                  Arrays.toString(array.shape()),
                  tensor == null ? "none" : "shape " + Arrays.toString(tensor.shape())),
          place,
          "Use the configuration and the plugin versions that the run was trained with.");
    }
    array.assign(Nd4j.create(tensor.data(), tensor.shape(), 'c'));
  }
}
