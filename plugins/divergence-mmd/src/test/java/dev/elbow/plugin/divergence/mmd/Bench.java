package dev.elbow.plugin.divergence.mmd;

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
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The term of given codes and given prior samples, both of which can be differentiated. */
final class Bench {
  private final GraphRunner runner;
  private final Map<String, INDArray> values;
  private final int latent;
  final Term term;

  Bench(MmdOptions options, int rows, int latent) {
    this(options, rows, latent, DataType.DOUBLE);
  }

  Bench(MmdOptions options, int rows, int latent, DataType type) {
    this.latent = latent;
    GraphBuilder builder = new GraphBuilder(type, true);
    Graph root = builder.root();
    SDVariable codes = root.parameter("codes", Initializer.zeros(), rows, latent);
    SDVariable samples = root.parameter("samples", Initializer.zeros(), rows, latent);
    this.term =
        new MmdDivergenceFactory()
            .create(options, new TckContext(latent, DataShape.vector(1), DataValues.REAL))
            .build(root.scope("term"), new GivenCodes(codes, samples));
    builder.output("loss", term.loss());
    root.sameDiff().setLossVariables("loss");
    BuiltGraph graph = builder.build();
    ParameterStore store = ParameterStore.create(1, graph);
    this.values = store.viewsOf(store.flat());
    this.runner = new GraphRunner(graph);
  }

  double loss(double[][] codes, double[][] samples) {
    set("codes", codes);
    set("samples", samples);
    return runner.outputs(Map.of(), List.of("loss")).get("loss").getDouble(0);
  }

  /** d loss / d of {@code codes} or {@code samples}. */
  double[][] gradient(double[][] codes, double[][] samples, String by) {
    set("codes", codes);
    set("samples", samples);
    INDArray gradient =
        runner.gradients(Map.of(), List.of("loss"), List.of(by)).getGradients().get(by);
    double[] flat = gradient.dup('c').data().asDouble();
    double[][] rows = new double[codes.length][latent];
    for (int i = 0; i < flat.length; i++) {
      rows[i / latent][i % latent] = flat[i];
    }
    return rows;
  }

  private void set(String name, double[][] rows) {
    values.get(name).assign(Nd4j.createFromArray(rows));
  }
}
