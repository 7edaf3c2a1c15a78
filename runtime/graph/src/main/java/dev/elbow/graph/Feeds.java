package dev.elbow.graph;

import dev.elbow.data.RandomStream;
import dev.elbow.data.RandomStreams;
import dev.elbow.spi.Noise;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Collects the inputs of one execution and draws its noise. */
public final class Feeds {
  private final BuiltGraph graph;
  private final Map<String, Rows> rows = new LinkedHashMap<>();
  private final Map<String, INDArray> arrays = new LinkedHashMap<>();

  /**
   * Values that are no array yet, in row-major order.
   *
   * @param source gives them; noise is drawn when somebody asks for it
   */
  private record Rows(Supplier<float[]> source, long[] shape) {
    float[] values() {
      return source.get();
    }

    int width() {
      return Math.toIntExact(Arrays.stream(shape).skip(1).reduce(1, Math::multiplyExact));
    }
  }

  /** Draws once, whoever asks first. */
  private static final class Once implements Supplier<float[]> {
    private final Supplier<float[]> source;
    private float[] values;

    Once(Supplier<float[]> source) {
      this.source = source;
    }

    @Override
    public synchronized float[] get() {
      if (values == null) {
        values = source.get();
      }
      return values;
    }
  }

  public Feeds(BuiltGraph graph) {
    this.graph = graph;
  }

  /** Feeds an array in row-major order. */
  public Feeds put(String name, float[] values, long... shape) {
    return put(name, () -> values, shape);
  }

  private Feeds put(String name, Supplier<float[]> values, long... shape) {
    rows.put(name, new Rows(new Once(values), shape));
    arrays.remove(name);
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
      String stream = purpose + "/" + spec.name();
      put(spec.name(), () -> noise(spec, rows, seed, stream, index), spec.shape(rows));
    }
    return this;
  }

  private static float[] noise(NoiseSpec spec, int rows, long seed, String stream, long index) {
    long length = Arrays.stream(spec.shape(rows)).reduce(1, Math::multiplyExact);
    float[] values = new float[Math.toIntExact(length)];
    draw(spec, RandomStreams.stream(seed, stream, index), values);
    return values;
  }

  /**
   * Draws every noise input, with a stream for each row: no matter how many rows are drawn at once,
   * a row gets the same.
   *
   * @param first the number of the first row
   */
  public Feeds noiseOfRows(long first, int rows, long seed, String purpose) {
    for (NoiseSpec spec : graph.noises()) {
      String stream = purpose + "/" + spec.name();
      put(spec.name(), () -> noiseOfRows(spec, first, rows, seed, stream), spec.shape(rows));
    }
    return this;
  }

  private static float[] noiseOfRows(
      NoiseSpec spec, long first, int rows, long seed, String stream) {
    long[] shape = spec.shape(rows);
    int width = Math.toIntExact(Arrays.stream(shape).skip(1).reduce(1, Math::multiplyExact));
    float[] values = new float[Math.multiplyExact(rows, width)];
    float[] row = new float[width];
    for (int i = 0; i < rows; i++) {
      draw(spec, RandomStreams.stream(seed, stream, first + i), row);
      System.arraycopy(row, 0, values, i * width, width);
    }
    return values;
  }

  private static void draw(NoiseSpec spec, RandomStream stream, float[] values) {
    if (spec.distribution() == Noise.UNIFORM) {
      stream.fillUniform(values);
    } else {
      stream.fillNormal(values);
    }
  }

  /** The inputs by name, as arrays; what is changed in the map is fed. */
  public Map<String, INDArray> arrays() {
    rows.forEach((name, given) -> arrays.put(name, array(given, 0, given.shape[0])));
    rows.clear();
    return arrays;
  }

  /** Whether an input has a row for each example. */
  private static boolean isBatch(Rows given, int batch) {
    return given.shape.length > 0 && given.shape[0] == batch;
  }

  /**
   * The inputs of a range of examples, as new arrays.
   *
   * @param batch the number of all examples
   * @throws IllegalStateException if an array was given that is no scalar and holds no examples
   */
  public Map<String, INDArray> arrays(int batch, int from, int to) {
    Map<String, INDArray> range = new LinkedHashMap<>();
    rows.forEach(
        (name, given) ->
            range.put(
                name,
                isBatch(given, batch) ? array(given, from, to) : array(given, 0, given.shape[0])));
    arrays.forEach((name, given) -> range.put(name, range(name, given, batch, from, to).dup('c')));
    return range;
  }

  private static INDArray range(String name, INDArray given, int batch, int from, int to) {
    if (given.rank() == 0 || from == 0 && to == batch) {
      return given;
    }
    if (given.size(0) != batch) {
      throw new IllegalStateException("the input " + name + " has no row for each example");
    }
    return given.get(NDArrayIndex.interval(from, to));
  }

  /**
   * Copies the inputs of a range of examples to arrays of their shapes.
   *
   * @param targets by name; null for an input that nobody reads
   */
  public void copyTo(Function<String, INDArray> targets, int batch, int from, int to) {
    rows.forEach(
        (name, given) -> {
          INDArray target = targets.apply(name);
          if (target != null) {
            copy(given, isBatch(given, batch) ? from : 0, target);
          }
        });
    arrays.forEach(
        (name, given) -> {
          INDArray target = targets.apply(name);
          if (target != null) {
            target.assign(range(name, given, batch, from, to));
          }
        });
  }

  private static void copy(Rows given, int fromRow, INDArray target) {
    int first = fromRow * given.width();
    int length = Math.toIntExact(target.length());
    if (target.dataType() == DataType.FLOAT) {
      Floats.of(target).put(0, given.values(), first, length);
    } else {
      float[] part = Arrays.copyOfRange(given.values(), first, first + length);
      target.assign(Nd4j.create(part, target.shape(), 'c'));
    }
  }

  private INDArray array(Rows given, long from, long to) {
    float[] part = given.values();
    int width = given.width();
    long[] shape = given.shape.clone();
    if (from > 0 || to < shape[0]) {
      part = Arrays.copyOfRange(part, (int) from * width, (int) to * width);
      shape[0] = to - from;
    }
    INDArray array = Nd4j.create(part, shape, 'c');
    return graph.dataType() == DataType.FLOAT ? array : array.castTo(graph.dataType());
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
