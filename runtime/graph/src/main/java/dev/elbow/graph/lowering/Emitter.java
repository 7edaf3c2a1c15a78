package dev.elbow.graph.lowering;

import dev.elbow.graph.ir.Access;
import dev.elbow.graph.ir.Gemm;
import dev.elbow.graph.ir.MapNode;
import dev.elbow.graph.ir.MapOp;
import dev.elbow.graph.ir.Node;
import dev.elbow.graph.ir.Reduction;
import dev.elbow.graph.ir.Space;
import dev.elbow.graph.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Collects nodes, and what stands for the values of the recording. */
final class Emitter {
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Value, Value> standing = new IdentityHashMap<>();
  private final Map<Value, Value> numbers = new IdentityHashMap<>();
  private final Map<Object, Value> known = new HashMap<>();

  /** What stands for a value of the recording. */
  Value now(Value recorded) {
    return standing.getOrDefault(recorded, recorded);
  }

  /** Lets a value stand for one of the recording, in its shape. */
  void stand(Value recorded, Value value) {
    standing.put(recorded, value.view(recorded.shape()));
  }

  /** Notes the floats, 0 and 1, that a Boolean value of the recording is as numbers. */
  void standAsNumbers(Value recorded, Value floats) {
    numbers.put(recorded, floats);
  }

  /** The floats of a Boolean value, if they are known. */
  Optional<Value> asNumbers(Value recorded) {
    return Optional.ofNullable(numbers.get(recorded));
  }

  void add(Node node) {
    nodes.add(node);
  }

  List<Node> nodes() {
    return nodes;
  }

  Value constant(double number) {
    return known.computeIfAbsent(
        (float) number, n -> Value.given(Value.Kind.CONSTANT, Nd4j.scalar(DataType.FLOAT, number)));
  }

  /** A product of matrices. */
  Value gemm(Value left, boolean transposeLeft, Value right, boolean transposeRight) {
    long rows = left.size(transposeLeft ? 1 : 0);
    long columns = right.size(transposeRight ? 0 : 1);
    Value output = Value.computed(DataType.FLOAT, rows, columns);
    add(new Gemm(left, transposeLeft, right, transposeRight, output));
    return output;
  }

  /**
   * An element-wise function with the inputs repeated to a shape.
   *
   * @return empty if an input cannot be repeated so
   */
  Optional<Value> map(MapOp operation, long[] shape, Value... inputs) {
    List<Access> accesses = new ArrayList<>();
    Space space = null;
    for (Value input : inputs) {
      Optional<Broadcast> broadcast = Broadcast.of(input.shape(), shape);
      if (broadcast.isEmpty()) {
        return Optional.empty();
      }
      accesses.add(broadcast.get().access());
      if (!broadcast.get().access().isFree()) {
        if (space != null && !space.equals(broadcast.get().space())) {
          return Optional.empty();
        }
        space = broadcast.get().space();
      }
    }
    Space any = new Space(1, Value.product(shape, 0, shape.length));
    return Optional.of(map(operation, shape, space == null ? any : space, inputs, accesses));
  }

  /** An element-wise function with given accesses; the same one twice is made once. */
  Value map(MapOp operation, long[] shape, Space space, Value[] inputs, List<Access> accesses) {
    List<Object> key = new ArrayList<>(List.of(operation, space, accesses));
    for (Value input : inputs) {
      key.add(input.isConstant() && input.length() == 1 ? input : input.root());
    }
    Value same = known.get(key);
    if (same == null) {
      same = Value.computed(DataType.FLOAT, shape);
      known.put(key, same);
      add(new MapNode(operation, List.of(inputs), List.copyOf(accesses), space, same));
    }
    return same.view(shape);
  }

  /**
   * The sum that makes an array of a smaller shape.
   *
   * @param scale times the sum
   * @return empty if the shape is not such a sum's
   */
  Optional<Value> sum(Value input, long[] shape, double scale) {
    Optional<Broadcast> broadcast = Broadcast.of(shape, input.shape());
    if (broadcast.isEmpty()) {
      return Optional.empty();
    }
    if (broadcast.get().access() instanceof Access.Full) {
      return scale == 1
          ? Optional.of(input.view(shape))
          : map(MapOp.MULTIPLY, shape, input.view(shape), constant(scale));
    }
    Value output = Value.computed(DataType.FLOAT, shape);
    Broadcast b = broadcast.get();
    add(new Reduction(input, b.over(), b.period(), scale, b.space(), output));
    return Optional.of(output);
  }
}
