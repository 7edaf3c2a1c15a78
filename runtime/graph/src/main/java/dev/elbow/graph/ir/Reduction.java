package dev.elbow.graph.ir;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A scaled sum over rows, columns or all elements of a {@link Space}.
 *
 * @param input read element by element
 * @param over what is summed
 * @param period of the output for {@link Over#COLUMNS}: element r mod period gets the sums of row r
 * @param scale times the sum, 1 / n for a mean
 */
public record Reduction(
    Value input, Over over, long period, double scale, Space space, Value output) implements Node {

  /** What is summed. */
  public enum Over {
    /** The columns of each row: a figure of each row. */
    COLUMNS,
    /** The rows: a figure of each column. */
    ROWS,
    /** Everything. */
    ALL
  }

  @Override
  public List<Value> inputs() {
    return List.of(input);
  }

  @Override
  public List<Value> outputs() {
    return List.of(output);
  }

  @Override
  public Node reading(UnaryOperator<Value> replacement) {
    return new Reduction(replacement.apply(input), over, period, scale, space, output);
  }
}
