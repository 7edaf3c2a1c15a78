package dev.elbow.graph.ir;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.nd4j.autodiff.functions.DifferentialFunction;

/**
 * A call of one of ND4J's operations.
 *
 * @param operation with what it keeps itself, such as the dimensions of a reduction
 * @param arguments its other arguments
 * @param inputs read
 * @param outputs written
 */
public record Call(
    DifferentialFunction operation, Arguments arguments, List<Value> inputs, List<Value> outputs)
    implements Node {

  /** Arguments that are no arrays; none is null. */
  public record Arguments(
      long[] integers,
      double[] reals,
      boolean[] booleans,
      org.nd4j.linalg.api.buffer.DataType[] types) {

    /** The flag at an index, false if it is not given. */
    public boolean flag(int index) {
      return index < booleans.length && booleans[index];
    }
  }

  /** ND4J's name of the operation. */
  public String name() {
    return operation.opName();
  }

  /** An input. */
  public Value input(int index) {
    return inputs.get(index);
  }

  /** An output. */
  public Value output(int index) {
    return outputs.get(index);
  }

  @Override
  public Node reading(UnaryOperator<Value> replacement) {
    return new Call(operation, arguments, inputs.stream().map(replacement).toList(), outputs);
  }

  @Override
  public String toString() {
    return name() + inputs + Arrays.toString(arguments.integers) + " -> " + outputs;
  }
}
