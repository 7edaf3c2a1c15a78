package dev.elbow.spi;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The least graph in which the operations work: a SameDiff graph in double precision. It has no
 * scopes: one layer at a time.
 */
final class PlainGraph implements Graph {
  private final SameDiff sameDiff = SameDiff.create();
  private final boolean training;
  private final Map<String, SDVariable> updates = new HashMap<>();

  PlainGraph() {
    this(true);
  }

  PlainGraph(boolean training) {
    this.training = training;
  }

  /** What the named state becomes. */
  SDVariable next(String state) {
    return updates.get(state);
  }

  @Override
  public SameDiff sameDiff() {
    return sameDiff;
  }

  @Override
  public DataType dataType() {
    return DataType.DOUBLE;
  }

  @Override
  public boolean training() {
    return training;
  }

  @Override
  public Graph scope(String name) {
    return this;
  }

  @Override
  public Graph frozen() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Graph adversary(double learningRate) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SDVariable epoch() {
    throw new UnsupportedOperationException();
  }

  @Override
  public SDVariable parameter(String name, Initializer initializer, long... shape) {
    double[] values = new double[Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b))];
    initializer.fill(values, new Random(name.hashCode()));
    return sameDiff.var(name, Nd4j.create(values, shape, DataType.DOUBLE));
  }

  @Override
  public SDVariable state(String name, Initializer initializer, long... shape) {
    return parameter(name, initializer, shape);
  }

  @Override
  public void update(SDVariable state, SDVariable value) {
    updates.putIfAbsent(state.name(), value);
  }

  @Override
  public SDVariable constant(double value) {
    return sameDiff.constant(value);
  }

  @Override
  public SDVariable constant(String name, INDArray value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SDVariable noise(String name, Noise distribution, long... shapePerExample) {
    throw new UnsupportedOperationException();
  }
}
