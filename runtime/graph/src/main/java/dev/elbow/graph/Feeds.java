package dev.elbow.graph;

import dev.elbow.data.RandomStream;
import dev.elbow.data.RandomStreams;
import dev.elbow.spi.Noise;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Collects the inputs of one execution and draws its noise. */
public final class Feeds {
  private final BuiltGraph graph;
  private final Map<String, INDArray> arrays = new LinkedHashMap<>();

  public Feeds(BuiltGraph graph) {
    this.graph = graph;
  }

  /** Feeds an array in row-major order. */
  public Feeds put(String name, float[] values, long... shape) {
    INDArray array = Nd4j.create(values, shape, 'c');
    arrays.put(name, graph.dataType() == DataType.FLOAT ? array : array.castTo(graph.dataType()));
    return this;
  }

  /** Feeds an array that exists. */
  public Feeds put(String name, INDArray array) {
    arrays.put(name, array);
    return this;
  }

  /** Feeds a scalar. */
  public Feeds put(String name, double value) {
    arrays.put(name, Nd4j.scalar(graph.dataType(), value));
    return this;
  }

  /** Feeds the number of completed epochs, if the graph asks for it. */
  public Feeds epoch(double epoch) {
    return graph.usesEpoch() ? put("epoch", epoch) : this;
  }

  /**
   * Draws every noise input.
   *
   * @param rows the batch
   * @param seed of the run
   * @param purpose names the stream together with the input, such as {@code train}
   * @param index of the execution, such as the step: no index gives the same noise as another
   */
  public Feeds noise(int rows, long seed, String purpose, long index) {
    for (NoiseSpec spec : graph.noises()) {
      long[] shape = spec.shape(rows);
      long length = 1;
      for (long extent : shape) {
        length = Math.multiplyExact(length, extent);
      }
      float[] values = new float[Math.toIntExact(length)];
      RandomStream stream = RandomStreams.stream(seed, purpose + "/" + spec.name(), index);
      if (spec.distribution() == Noise.UNIFORM) {
        stream.fillUniform(values);
      } else {
        stream.fillNormal(values);
      }
      put(spec.name(), values, shape);
    }
    return this;
  }

  /** The inputs by name. */
  public Map<String, INDArray> arrays() {
    return arrays;
  }

  /** Frees the inputs' native memory. */
  public void close() {
    close(arrays.values());
  }

  /** Frees arrays, of which several may share their memory. */
  public static void close(Collection<INDArray> arrays) {
    for (INDArray array : arrays) {
      if (array.closeable()) {
        array.close();
      }
    }
  }
}
