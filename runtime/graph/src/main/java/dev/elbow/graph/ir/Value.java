package dev.elbow.graph.ir;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array that nodes read or write, in row-major order.
 *
 * <p>Values are compared by identity. A view has another shape and the memory of its {@link #root}.
 */
public final class Value {
  /** Where a value comes from. */
  public enum Kind {
    /** Fed anew for each execution. */
    INPUT,
    /** A parameter or a state, which others change between executions. */
    VARIABLE,
    /** The same in every execution. */
    CONSTANT,
    /** Written by a node. */
    COMPUTED
  }

  private final Kind kind;
  private final DataType type;
  private final long[] shape;
  private final INDArray array;
  private final Value root;

  private Value(Kind kind, DataType type, long[] shape, INDArray array, Value root) {
    this.kind = kind;
    this.type = type;
    this.shape = shape;
    this.array = array;
    this.root = root == null ? this : root;
  }

  /** A value that exists before the first node: an input, a variable or a constant. */
  public static Value given(Kind kind, INDArray array) {
    return new Value(kind, array.dataType(), array.shape(), array, null);
  }

  /** A value that a node writes. */
  public static Value computed(DataType type, long... shape) {
    return new Value(Kind.COMPUTED, type, shape.clone(), null, null);
  }

  /** The same memory in another shape of the same length. */
  public Value view(long... other) {
    if (Arrays.equals(other, shape)) {
      return this;
    }
    Value view = new Value(kind, type, other.clone(), array, root);
    if (view.length() != length()) {
      throw new IllegalArgumentException(
          Arrays.toString(shape) + " cannot be seen as " + Arrays.toString(other));
    }
    return view;
  }

  /** Where it comes from. */
  public Kind kind() {
    return kind;
  }

  /** The type of its elements. */
  public DataType type() {
    return type;
  }

  /** Its shape; empty for a scalar. */
  public long[] shape() {
    return shape.clone();
  }

  /** The number of dimensions. */
  public int rank() {
    return shape.length;
  }

  /** The extent of a dimension. */
  public long size(int dimension) {
    return shape[dimension];
  }

  /** The array of an input, a variable or a constant, in the shape of the root; null otherwise. */
  public INDArray array() {
    return array;
  }

  /** Whose memory this is. */
  public Value root() {
    return root;
  }

  /** The number of elements. */
  public long length() {
    return product(shape, 0, shape.length);
  }

  /** The product of the extents of the dimensions from one to before another. */
  public static long product(long[] shape, int from, int to) {
    long product = 1;
    for (int i = from; i < to; i++) {
      product = Math.multiplyExact(product, shape[i]);
    }
    return product;
  }

  /** Whether it is written by a node. */
  public boolean isComputed() {
    return kind == Kind.COMPUTED;
  }

  /** Whether it is the same in every execution. */
  public boolean isConstant() {
    return kind == Kind.CONSTANT;
  }

  /** Whether its elements are floats, which the fused kernels work on. */
  public boolean isFloat() {
    return type == DataType.FLOAT;
  }

  /** Whether this is a constant scalar of that number. */
  public boolean isConstant(double number) {
    return isConstant() && isFloat() && length() == 1 && array.getDouble(0) == number;
  }

  @Override
  public String toString() {
    return kind.name().charAt(0)
        + Integer.toHexString(System.identityHashCode(root) & 0xffff)
        + Arrays.toString(shape);
  }
}
