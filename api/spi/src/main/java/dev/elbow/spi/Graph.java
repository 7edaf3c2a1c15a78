package dev.elbow.spi;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The graph under construction, seen from one part. It owns names and the creation of variables.
 *
 * <p>A part creates every parameter, constant and noise input here, never with {@code sd.var(...)}:
 * unscoped names collide between two instances of one plugin. Names are relative to the part's own
 * scope. Asking twice for the same name in the same scope gives the same variable, so that a part
 * may be applied to several inputs with one set of parameters; a second request with another shape
 * is an {@link InputException}.
 *
 * <p>Operations that are not offered here come from {@link SDVariable} and {@link #sameDiff()}. The
 * ones offered here replace operations of ND4J that overflow or whose gradient fails.
 */
@ProviderType
public interface Graph {

  /** The graph itself, for ND4J's operations. */
  SameDiff sameDiff();

  /** The floating-point type of every variable: FLOAT in use, DOUBLE in contract tests. */
  DataType dataType();

  /** Whether this graph trains (batch statistics, dropout) or evaluates. */
  boolean training();

  /** A view whose names lie below the given one. The same name gives the same scope. */
  Graph scope(String name);

  /** A view whose parameters are held constant: no gradient reaches them through it. */
  Graph frozen();

  /**
   * A view whose new parameters belong to an adversary: they follow the adversary's loss alone,
   * with this learning rate.
   */
  Graph adversary(double learningRate);

  /** The number of epochs completed, a scalar input; it grows within an epoch. 0 at the start. */
  SDVariable epoch();

  /**
   * A trainable parameter.
   *
   * @param name within the scope
   * @param initializer of its first values
   * @param shape fixed, without the batch
   */
  SDVariable parameter(String name, Initializer initializer, long... shape);

  /** A variable that is kept and saved but follows no gradient, such as a running mean. */
  SDVariable state(String name, Initializer initializer, long... shape);

  /**
   * After each training step the state takes this value. No effect in an evaluation graph. The
   * first update of a state counts, so that a part applied twice follows its first input.
   */
  void update(SDVariable state, SDVariable value);

  /** A scalar constant. */
  SDVariable constant(double value);

  /** A constant array, such as a mask. It is converted to {@link #dataType()}. */
  SDVariable constant(String name, INDArray value);

  /**
   * A random input that the engine draws from the run's seeded generator.
   *
   * @param name within the scope
   * @param distribution of each element
   * @param shapePerExample without the batch
   * @return {@code [batch, shapePerExample...]}
   */
  SDVariable noise(String name, Noise distribution, long... shapePerExample);

  /** A dense layer: {@code x W + b}, with W and b uniform within +-1/sqrt(inputs). */
  default SDVariable linear(String name, SDVariable x, long inputs, long outputs) {
    return Operations.linear(scope(name), x, inputs, outputs);
  }

  /**
   * A convolution over images, or the transpose of one: {@code w * x + b}, with w and b uniform
   * within +-1/sqrt(fan in), the fan in being channels x kernel^2, and 1/stride^2 of that if it is
   * transposed.
   *
   * @param x {@code [batch, channels, height, width]} as {@link Convolution#from()} says; from the
   *     rows of a matrix by {@code sameDiff().reshape(x, -1, channels, height, width)}
   * @return {@code [batch, channels, height, width]} as {@link Convolution#to()} says
   */
  default SDVariable convolution(String name, SDVariable x, Convolution convolution) {
    return Convolutions.apply(scope(name), x, convolution);
  }

  /**
   * Batch normalisation of each channel: {@code scale (x - m) / sqrt(v + epsilon) + shift}.
   *
   * <p>In training m and v are the mean and the variance (of the n values, not n - 1) over batch,
   * height and width, and the gradient passes through them. The running mean and variance (with n -
   * 1) follow as {@code momentum running + (1 - momentum) batch}; evaluation uses these.
   *
   * <p>Source: Ioffe and Szegedy, Batch Normalization, 2015.
   *
   * @param x {@code [batch, channels, height, width]}; a dense layer's {@code [batch, n]} enters as
   *     {@code [batch, n, 1, 1]}
   * @param momentum the share of the running statistics that a training step keeps, such as 0.9
   * @param epsilon above 0, such as 1e-5
   * @return the shape of x
   */
  default SDVariable batchNormalization(
      String name, SDVariable x, int channels, double momentum, double epsilon) {
    return new BatchNormalization(scope(name), channels, momentum, epsilon).apply(x);
  }

  /**
   * The matrix product: {@code [batch, inner]} times {@code [inner, n]}. Not {@code mmul}, which
   * fails in ND4J's backward pass if both are {@code [1, 1]}.
   */
  default SDVariable product(SDVariable x, SDVariable matrix, long inner) {
    return Operations.product(x, matrix, inner);
  }

  /** The value without its gradient. */
  default SDVariable stopGradient(SDVariable x) {
    return Operations.stopGradient(sameDiff(), x);
  }

  /** {@code log(1 + exp(x))}, finite for every x, with the exact gradient sigmoid(x). */
  default SDVariable softplus(SDVariable x) {
    return Operations.softplus(this, x);
  }

  /** {@code log sum exp} over one dimension of a matrix, which is removed. */
  default SDVariable logSumExp(SDVariable x, int dimension) {
    return Operations.logSumExp(x, dimension);
  }

  /** {@code x - logSumExp(x)} over one dimension of a matrix, which stays. */
  default SDVariable logSoftmax(SDVariable x, int dimension) {
    return Operations.logSoftmax(x, dimension);
  }

  /** {@code log N(z; 0, I)}: {@code [batch, latent]} to {@code [batch]}, in nats. */
  default SDVariable standardNormalLogDensity(SDVariable z) {
    return Operations.standardNormalLogDensity(z);
  }

  /**
   * The sum over the features: {@code [batch, n]} to {@code [batch]}. Not {@code x.sum(1)}, which
   * fails in ND4J for n = 1.
   */
  default SDVariable sumPerExample(SDVariable x) {
    return Operations.sumPerExample(x);
  }

  /** The same sum as a column: {@code [batch, n]} to {@code [batch, 1]}. */
  default SDVariable rowSums(SDVariable x) {
    return Operations.rowSums(x);
  }

  /**
   * Columns of a matrix: {@code [batch, n]} to {@code [batch, to - from]}. Not {@code x.get(...)},
   * whose gradient is wrong in ND4J for a batch of 1.
   *
   * @param from first column
   * @param to behind the last column
   */
  default SDVariable columns(SDVariable x, int from, int to) {
    return Operations.columns(x, from, to);
  }

  /**
   * The mean over the batch: {@code [batch, n]} to {@code [n]}. Not {@code x.mean(0)}, which fails
   * in ND4J for a batch of 1.
   */
  default SDVariable meanOverBatch(SDVariable x) {
    return Operations.meanOverBatch(x);
  }
}
