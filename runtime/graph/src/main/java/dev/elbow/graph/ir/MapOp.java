package dev.elbow.graph.ir;

/** Element-wise functions of one, two or three floats. */
public enum MapOp {
  /** x. */
  COPY(1),
  ADD(2),
  SUBTRACT(2),
  MULTIPLY(2),
  DIVIDE(2),
  /** The larger of two. */
  MAXIMUM(2),
  /** The smaller of two. */
  MINIMUM(2),
  NEGATE(1),
  ABSOLUTE(1),
  /** -1, 0 or 1. */
  SIGN(1),
  SQUARE(1),
  SQUARE_ROOT(1),
  EXP(1),
  LOG(1),
  /** log(1 + x). */
  LOG1P(1),
  /** exp(x) - 1. */
  EXPM1(1),
  /** 1 / (1 + exp(-x)). */
  SIGMOID(1),
  TANH(1),
  /** max(x, 0). */
  RELU(1),
  /** g where x > 0, otherwise 0; of x, or of relu(x), and g. */
  RELU_GRADIENT(2),
  /** x where x > 0, otherwise a x; of x and a. */
  LEAKY_RELU(2),
  /** g where x > 0, otherwise a g; of x, a and g. */
  LEAKY_RELU_GRADIENT(3),
  /** s (1 - s) g; of s = sigmoid(x) and g. */
  SIGMOID_GRADIENT(2),
  /** (1 - t^2) g; of t = tanh(x) and g. */
  TANH_GRADIENT(2),
  /** log(1 + exp(x)); of x and exp(-|x|). */
  SOFTPLUS(2),
  /** 1 / (1 + exp(-x)); of x and exp(-|x|). */
  SIGMOID_OF(2),
  /** 1 where x > y, otherwise 0. */
  GREATER(2),
  /** 1 where x < y, otherwise 0. */
  LESS(2);

  private final int arity;

  MapOp(int arity) {
    this.arity = arity;
  }

  /** The number of inputs. */
  public int arity() {
    return arity;
  }
}
