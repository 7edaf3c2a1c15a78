package dev.elbow.graph.program;

import dev.elbow.graph.Floats;
import dev.elbow.graph.ir.Value;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The arrays of a program's values. */
final class Arrays {
  private final Layout layout;
  private final INDArray arena;
  private final Map<Value, INDArray> roots = new IdentityHashMap<>();
  private final Map<Value, INDArray> views = new IdentityHashMap<>();
  private final Map<Value, FloatBuffer> buffers = new IdentityHashMap<>();
  private final List<INDArray> owned = new ArrayList<>();

  /**
   * @param bound arrays that values have to lie in, by root
   */
  Arrays(Layout layout, Map<Value, INDArray> bound) {
    this.layout = layout;
    this.arena =
        own(Nd4j.createUninitializedDetached(DataType.FLOAT, Math.max(1, layout.length())));
    roots.putAll(bound);
  }

  /** Takes an array to be closed with the others. */
  INDArray own(INDArray array) {
    owned.add(array);
    return array;
  }

  /** A value's array, in its shape. */
  INDArray of(Value value) {
    return views.computeIfAbsent(value, this::view);
  }

  private INDArray view(Value value) {
    INDArray root = roots.computeIfAbsent(value.root(), this::make);
    return java.util.Arrays.equals(root.shape(), value.shape())
        ? root
        : root.reshape('c', value.shape());
  }

  private INDArray make(Value root) {
    if (root.kind() == Value.Kind.INPUT) {
      return own(root.array().dup('c'));
    }
    if (!root.isComputed()) {
      if (Floats.isDense(root.array())) {
        return root.array();
      }
      if (!root.isConstant()) {
        throw new IllegalStateException("a parameter's array has gaps: " + root);
      }
      return own(root.array().dup('c'));
    }
    Long place = layout.place(root);
    if (place == null) {
      return own(Nd4j.createUninitializedDetached(root.type(), root.shape()));
    }
    long[] shape = root.shape();
    return Nd4j.create(arena.data(), shape, Nd4j.getStrides(shape, 'c'), place, 'c');
  }

  /** The floats of a root. */
  FloatBuffer floats(Value root) {
    return buffers.computeIfAbsent(root, r -> Floats.of(of(r)));
  }

  /** The memory of the arrays that were made for the program. */
  long bytes() {
    return owned.stream().mapToLong(a -> a.length() * a.dataType().width()).sum();
  }

  void close() {
    owned.stream().filter(INDArray::closeable).forEach(INDArray::close);
  }
}
