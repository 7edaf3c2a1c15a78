package dev.elbow.plugin.divergence.stein;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.ParameterStore;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import dev.elbow.spi.InputException;
import dev.elbow.spi.KullbackLeibler;
import dev.elbow.spi.Latent;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Prior;
import dev.elbow.spi.Term;
import dev.elbow.tck.TckContext;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The term of given codes, which can be differentiated. */
final class Bench {
  private final GraphRunner runner;
  private final Map<String, INDArray> values;
  private final int latent;
  final Term term;

  Bench(SteinOptions options, Prior prior, int rows, int latent) {
    this(options, prior, rows, latent, DataType.DOUBLE);
  }

  Bench(SteinOptions options, Prior prior, int rows, int latent, DataType type) {
    this.latent = latent;
    GraphBuilder builder = new GraphBuilder(type, true);
    Graph root = builder.root();
    SDVariable codes = root.parameter("codes", Initializer.zeros(), rows, latent);
    this.term =
        new SteinDivergenceFactory()
            .create(options, new TckContext(latent, DataShape.vector(1), DataValues.REAL))
            .build(root.scope("term"), new Given(root.scope("prior"), prior, codes));
    builder.output("loss", term.loss());
    builder.output("reported", term.reported());
    root.sameDiff().setLossVariables("loss");
    BuiltGraph graph = builder.build();
    ParameterStore store = ParameterStore.create(1, graph);
    this.values = store.viewsOf(store.flat());
    this.runner = new GraphRunner(graph);
  }

  double reported(double[][] codes) {
    set(codes);
    return runner.outputs(Map.of(), List.of("reported")).get("reported").getDouble(0);
  }

  /** d loss / d codes. */
  double[][] gradient(double[][] codes) {
    double[] flat = gradient(codes, "codes");
    double[][] rows = new double[codes.length][latent];
    for (int i = 0; i < flat.length; i++) {
      rows[i / latent][i % latent] = flat[i];
    }
    return rows;
  }

  /** d loss / d of any parameter. */
  double[] gradient(double[][] codes, String by) {
    set(codes);
    INDArray gradient =
        runner.gradients(Map.of(), List.of("loss"), List.of(by)).getGradients().get(by);
    return gradient.dup('c').data().asDouble();
  }

  private void set(double[][] codes) {
    values.get("codes").assign(Nd4j.createFromArray(codes));
  }

  private record Given(Graph priorScope, Prior prior, SDVariable codes) implements Latent {
    @Override
    public LatentSample sample() {
      return LatentSample.point(codes);
    }

    @Override
    public SDVariable parameters() {
      throw new UnsupportedOperationException();
    }

    @Override
    public SDVariable priorLogDensity(SDVariable z) {
      return prior
          .logDensity(priorScope, z)
          .orElseThrow(() -> new InputException("TEST", "the prior has no density", "", ""));
    }

    @Override
    public SDVariable priorSample() {
      throw new UnsupportedOperationException();
    }

    @Override
    public KullbackLeibler kl() {
      throw new UnsupportedOperationException();
    }
  }
}
