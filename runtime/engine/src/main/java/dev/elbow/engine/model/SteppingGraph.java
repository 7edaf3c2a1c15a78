package dev.elbow.engine.model;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.Graph;
import dev.elbow.spi.StepwiseSampling;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * One step of an autoregressive decoder.
 *
 * @param graph from {@link #OUTPUT}, {@link #PARTIAL} and {@link #STEP} to {@link #NEXT}
 * @param steps how many there are
 */
public record SteppingGraph(BuiltGraph graph, int steps) {
  /** The decoder's output for z, {@code [batch, outputWidth]}. */
  public static final String OUTPUT = "output";

  /** What is drawn so far, {@code [batch, features]}. */
  public static final String PARTIAL = "partial";

  /** The step's number from 0, a scalar. */
  public static final String STEP = "step";

  /** What is drawn after the step, {@code [batch, features]}. */
  public static final String NEXT = "next";

  static Optional<SteppingGraph> build(ModelParts parts, DataType dataType) {
    Decoder decoder = parts.options().decoder();
    return decoder.stepwise().map(sampling -> build(parts, decoder, sampling, dataType));
  }

  private static SteppingGraph build(
      ModelParts parts, Decoder decoder, StepwiseSampling sampling, DataType dataType) {
    GraphBuilder builder = new GraphBuilder(dataType, false);
    Graph scope = builder.root().scope("decoder");
    SDVariable output = builder.input(OUTPUT, decoder.outputWidth());
    SDVariable partial = builder.input(PARTIAL, parts.shape().features());
    SDVariable step = builder.scalarInput(STEP);
    builder.output(NEXT, sampling.step(scope, partial, output, step));
    return new SteppingGraph(builder.build(), sampling.steps());
  }
}
