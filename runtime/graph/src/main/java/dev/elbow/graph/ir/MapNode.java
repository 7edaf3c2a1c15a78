package dev.elbow.graph.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An element-wise function.
 *
 * @param operation the function
 * @param inputs as many as it takes
 * @param accesses how each is read
 * @param space the output's elements
 * @param output all floats, as the inputs
 */
public record MapNode(
    MapOp operation, List<Value> inputs, List<Access> accesses, Space space, Value output)
    implements Node {

  @Override
  public List<Value> outputs() {
    return List.of(output);
  }

  /** Whether the space may be divided otherwise. */
  public boolean isFree() {
    return accesses.stream().allMatch(Access::isFree);
  }

  @Override
  public Node reading(UnaryOperator<Value> replacement) {
    List<Value> replaced = new ArrayList<>();
    inputs.forEach(input -> replaced.add(replacement.apply(input)));
    return new MapNode(operation, replaced, accesses, space, output);
  }
}
