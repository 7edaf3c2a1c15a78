package dev.elbow.classifier;

import dev.elbow.data.RandomStreams;
import dev.elbow.runs.Tensor;
import dev.elbow.spi.DataShape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.nn.api.FwdPassType;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * A {@link Design} as DL4J runs it.
 *
 * <p>It belongs to one thread that ends after it, see {@link NativeThread}. DL4J's own
 * initialisation is not used: it would reseed ND4J's generator for the whole JVM.
 */
final class Network implements AutoCloseable {
  private final Design design;
  private final INDArray parameters;
  private final Layers layers;

  /**
   * @param rate of Adam at each step
   */
  Network(Design design, ISchedule rate) {
    this.design = design;
    // out of memory, DL4J would write a report into the working directory
    CrashReportingUtil.crashDumpsEnabled(false);
    MultiLayerConfiguration configuration = Layout.of(design, rate);
    layers = new Layers(configuration);
    parameters = Nd4j.zeros(DataType.FLOAT, 1, size(configuration));
    layers.init(parameters, false);
  }

  /** One step on the mean cross-entropy of a batch. */
  double step(float[] pixels, int[] labels) {
    float[] targets = new float[labels.length * design.classes()];
    for (int i = 0; i < labels.length; i++) {
      targets[i * design.classes() + labels[i]] = 1;
    }
    try (INDArray input = input(pixels, labels.length);
        INDArray output = Nd4j.create(targets, new long[] {labels.length, design.classes()}, 'c')) {
      layers.fit(input, output);
      return layers.score();
    }
  }

  /** {@code [count, classes]} probabilities. */
  float[] probabilities(float[] pixels, int count) {
    return activations(pixels, count, layers.getnLayers() - 1);
  }

  /** {@code [count, Design.HIDDEN]} activations of the dense layer. */
  float[] features(float[] pixels, int count) {
    return activations(pixels, count, layers.getnLayers() - 2);
  }

  private float[] activations(float[] pixels, int count, int layer) {
    try (INDArray input = input(pixels, count);
        INDArray output = layers.activations(input, layer);
        INDArray rows = output.dup('c')) {
      return rows.data().asFloat();
    }
  }

  private INDArray input(float[] pixels, int count) {
    DataShape shape = design.shape();
    long[] sizes =
        design.filters().isEmpty()
            ? new long[] {count, shape.features()}
            : new long[] {count, shape.channels(), shape.height(), shape.width()};
    return Nd4j.create(pixels, sizes, 'c');
  }

  /**
   * Draws the weights: normal with variance 2 / (inputs of a unit), which keeps the scale of
   * rectified activations from layer to layer (He et al. 2015); offsets are 0.
   */
  void initialize(long seed) {
    Map<String, Tensor> drawn = parameters();
    drawn.replaceAll((name, zeros) -> name.endsWith("_W") ? draw(seed, name, zeros) : zeros);
    setParameters(drawn);
  }

  private static Tensor draw(long seed, String name, Tensor zeros) {
    long[] shape = zeros.shape();
    float[] values = zeros.data();
    RandomStreams.stream(seed, "classifier/" + name, 0).fillNormal(values);
    // a convolution's are [out, in, 5, 5], a dense layer's [in, out]
    long inputs = shape.length == 4 ? values.length / shape[0] : shape[0];
    float deviation = (float) Math.sqrt(2.0 / inputs);
    for (int i = 0; i < values.length; i++) {
      values[i] *= deviation;
    }
    return Tensor.of(values, shape);
  }

  /** Copies, by DL4J's names such as {@code 0_W}. */
  Map<String, Tensor> parameters() {
    Map<String, Tensor> copies = new LinkedHashMap<>();
    layers
        .paramTable()
        .forEach(
            (name, view) -> {
              try (INDArray copy = view.dup('c')) {
                copies.put(name, Tensor.of(copy.data().asFloat(), view.shape()));
              }
            });
    return copies;
  }

  /**
   * Sets all parameters.
   *
   * @throws IllegalArgumentException if names or shapes are not the design's
   */
  void setParameters(Map<String, Tensor> values) {
    Map<String, INDArray> views = layers.paramTable();
    if (!views.keySet().equals(values.keySet())) {
      throw new IllegalArgumentException(
          "expected the arrays " + views.keySet() + ", found " + values.keySet());
    }
    views.forEach(
        (name, view) -> {
          Tensor value = values.get(name);
          if (!Arrays.equals(view.shape(), value.shape())) {
            throw new IllegalArgumentException(
                "expected %s of shape %s, found %s"
                    .formatted(
                        name, Arrays.toString(view.shape()), Arrays.toString(value.shape())));
          }
          try (INDArray copy = Nd4j.create(value.data(), value.shape(), 'c')) {
            view.assign(copy);
          }
        });
  }

  /** What DL4J would free only by asking the JVM for a garbage collection. */
  @Override
  public void close() {
    INDArray gradients = layers.getFlattenedGradients();
    if (gradients != null && gradients.closeable()) {
      gradients.close();
    }
    if (layers.getUpdater(false) != null) {
      INDArray state = layers.getUpdater(false).getStateViewArray();
      if (state != null && state.closeable()) {
        state.close();
      }
    }
    parameters.close();
  }

  private static long size(MultiLayerConfiguration configuration) {
    return configuration.getConfs().stream()
        .mapToLong(layer -> layer.getLayer().initializer().numParams(layer))
        .sum();
  }

  /** Opens what DL4J keeps for itself: the activations of a layer without those before it. */
  @SuppressWarnings("overrides") // DL4J's own: an array where its interface has varargs
  private static final class Layers extends MultiLayerNetwork {
    private static final long serialVersionUID = 1L;

    Layers(MultiLayerConfiguration configuration) {
      super(configuration);
    }

    INDArray activations(INDArray input, int layer) {
      return outputOfLayerDetached(false, FwdPassType.STANDARD, layer, input, null, null, null);
    }
  }
}
