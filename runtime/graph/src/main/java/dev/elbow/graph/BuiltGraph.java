package dev.elbow.graph;

import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.ArrayHolder;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A finished graph and what it declares.
 *
 * @param sameDiff the graph
 * @param dataType of every floating-point variable
 * @param variables where the graph looks up the arrays of parameters and states
 * @param parameters trained
 * @param states kept, not trained
 * @param updates a state's name to its value after a training step
 * @param noises random inputs
 * @param usesEpoch whether the scalar input {@code epoch} must be fed
 */
public record BuiltGraph(
    SameDiff sameDiff,
    DataType dataType,
    ArrayHolder variables,
    List<ParameterSpec> parameters,
    List<ParameterSpec> states,
    Map<String, SDVariable> updates,
    List<NoiseSpec> noises,
    boolean usesEpoch) {}
