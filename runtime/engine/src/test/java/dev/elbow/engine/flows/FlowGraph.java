package dev.elbow.engine.flows;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.ParameterSpec;
import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One flow in a graph of its own, in double precision, one example at a time. */
final class FlowGraph {
  private final GraphRunner runner;
  private final Map<String, INDArray> feeds = new HashMap<>();

  /** Parameters, and what the encoder would give, are uniform within the scale. */
  FlowGraph(Flow flow, int latent, long seed, double scale) {
    GraphBuilder builder = new GraphBuilder(DataType.DOUBLE, true);
    SDVariable z = builder.input("z", latent);
    Optional<SDVariable> given = Optional.empty();
    Random random = new Random(seed);
    if (flow.parameterCount() > 0) {
      given = Optional.of(builder.input("given", flow.parameterCount()));
      feeds.put("given", uniform(random, scale, 1, flow.parameterCount()));
    }
    step(builder, "forward", flow.forwardAndLogDet(builder.root().scope("flow"), z, given));
    if (flow.invertible()) {
      step(builder, "inverse", flow.inverseAndLogDet(builder.root().scope("flow"), z, given));
    }
    BuiltGraph graph = builder.build();
    for (ParameterSpec spec : graph.parameters()) {
      graph.variables().setArray(spec.name(), uniform(random, scale, spec.shape()));
    }
    this.runner = new GraphRunner(graph);
  }

  private static void step(GraphBuilder builder, String name, FlowStep step) {
    builder.output(name, step.z());
    builder.output(name + "-det", step.logDeterminant());
  }

  private static INDArray uniform(Random random, double scale, long... shape) {
    int length = 1;
    for (long extent : shape) {
      length *= (int) extent;
    }
    double[] values = random.doubles(length, -scale, scale).toArray();
    return Nd4j.create(values, shape, DataType.DOUBLE);
  }

  double[] forward(double... z) {
    return run("forward", z);
  }

  double logDeterminant(double... z) {
    return run("forward-det", z)[0];
  }

  double[] inverse(double... z) {
    return run("inverse", z);
  }

  double inverseLogDeterminant(double... z) {
    return run("inverse-det", z)[0];
  }

  private double[] run(String output, double... z) {
    feeds.put("z", Nd4j.create(z, new long[] {1, z.length}, DataType.DOUBLE));
    return runner.outputs(feeds, List.of(output)).get(output).dup().data().asDouble();
  }
}
