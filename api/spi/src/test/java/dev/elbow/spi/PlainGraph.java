package dev.elbow.spi;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The least graph in which the operations work: a SameDiff graph in double precision. */
final class PlainGraph implements Graph {
  private final SameDiff sameDiff = SameDiff.create();

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
    return true;
  }

  @Override
  public Graph scope(String name) {
    throw new UnsupportedOperationException();
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
    throw new UnsupportedOperationException();
  }

  @Override
  public SDVariable state(String name, Initializer initializer, long... shape) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void update(SDVariable state, SDVariable value) {
    throw new UnsupportedOperationException();
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
