package dev.elbow.plugin.divergence.adversarial;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.ParameterStore;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import dev.elbow.spi.Term;
import dev.elbow.tck.GivenCodes;
import dev.elbow.tck.TckContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The term of given codes and prior samples, which are parameters as the discriminator's are. What
 * is differentiated is the model's loss and the adversary's, each or both as the engine does.
 */
final class Bench {
  static final String MODEL = "model";
  static final String ADVERSARY = "adversary";
  static final String BOTH = "both";
  static final String REPORTED = "reported";
  static final double RATE = 0.02;

  private final GraphRunner runner;
  private final ParameterStore store;
  private final Map<String, INDArray> values;
  private final BuiltGraph graph;
  private String differentiated = "";
  final Term term;

  Bench(ToyNetwork network, int rows, int latent) {
    this(network, rows, latent, DataType.DOUBLE);
  }

  Bench(ToyNetwork network, int rows, int latent, DataType type) {
    GraphBuilder builder = new GraphBuilder(type, true);
    Graph root = builder.root();
    SDVariable codes = root.parameter("codes", Initializer.zeros(), rows, latent);
    SDVariable samples = root.parameter("samples", Initializer.zeros(), rows, latent);
    this.term =
        new AdversarialDivergenceFactory()
            .create(
                new AdversarialOptions(network, RATE),
                new TckContext(latent, DataShape.vector(1), DataValues.REAL))
            .build(root.scope("term"), new GivenCodes(codes, samples));
    builder.output(MODEL, term.loss().mean());
    builder.output(ADVERSARY, term.adversaryLoss().orElseThrow());
    builder.output(BOTH, term.loss().mean().add(term.adversaryLoss().orElseThrow()));
    builder.output(REPORTED, term.reported());
    this.graph = builder.build();
    this.store = ParameterStore.create(1, graph);
    this.values = store.viewsOf(store.flat());
    this.runner = new GraphRunner(graph);
  }

  List<ParameterStore.Group> groups() {
    return store.groups();
  }

  List<String> discriminator() {
    return values.keySet().stream().filter(name -> name.startsWith("term/")).toList();
  }

  INDArray values(String name) {
    return values.get(name);
  }

  void set(String name, double[][] rows) {
    values.get(name).assign(Nd4j.createFromArray(rows));
  }

  /** T(z) = w.z + b with the linear network. */
  void setLinear(double[] weights, double bias) {
    INDArray weight = values.get("term/discriminator/output/weight");
    weight.assign(Nd4j.createFromArray(weights).reshape(weights.length, 1));
    values.get("term/discriminator/output/bias").assign(bias);
  }

  double value(String output) {
    return runner.outputs(Map.of(), List.of(output)).get(output).getDouble(0);
  }

  /** The model's loss of each example. */
  double[] losses() {
    INDArray losses = runner.outputs(Map.of(), List.of(term.loss().name())).get(term.loss().name());
    return losses.dup('c').data().asDouble();
  }

  /** d loss / d parameter; zeros where the loss does not depend on it. */
  double[] gradient(String loss, String by) {
    if (!loss.equals(differentiated)) {
      graph.sameDiff().setLossVariables(loss);
      differentiated = loss;
    }
    INDArray gradient =
        runner.gradients(Map.of(), List.of(loss), List.of(by)).getGradients().get(by);
    double[] zeros = new double[(int) values.get(by).length()];
    return gradient == null ? zeros : gradient.dup('c').data().asDouble();
  }

  /** The same by central differences. */
  double[] slopes(String loss, String by) {
    INDArray array = values.get(by);
    double[] slopes = new double[(int) array.length()];
    Arrays.setAll(slopes, i -> slope(loss, array, i));
    return slopes;
  }

  private double slope(String loss, INDArray array, long at) {
    double start = array.getDouble(at);
    array.putScalar(at, start + 1e-5);
    double above = value(loss);
    array.putScalar(at, start - 1e-5);
    double below = value(loss);
    array.putScalar(at, start);
    return (above - below) / 2e-5;
  }
}
