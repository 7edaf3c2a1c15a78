package dev.elbow.engine.model;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.graph.ParameterStore;
import dev.elbow.graph.execution.ForwardRunners;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * All graphs of one model on one set of parameters.
 *
 * @param parts the model
 * @param training x to loss, with batch statistics
 * @param evaluation x to per-example figures and codes
 * @param generation the prior's samples
 * @param decoding z to images
 * @param stepping one step of a decoder that samples step by step; empty for others
 * @param parameters shared by the graphs
 * @param runners of the graphs that go forward only
 */
public record ModelGraphs(
    ModelParts parts,
    TrainingGraph training,
    EvaluationGraph evaluation,
    BuiltGraph generation,
    BuiltGraph decoding,
    Optional<SteppingGraph> stepping,
    ParameterStore parameters,
    ForwardRunners runners) {

  /** The input of {@link #decoding}, {@code [rows, latent]}. */
  public static final String Z = "z";

  /** Outputs of {@link #generation} and {@link #decoding}. */
  public static final String SAMPLE = "sample";

  public static final String MEAN = "mean";

  /** An output of {@link #decoding}, if the decoder has a sigma for each feature. */
  public static final String DEVIATION = "deviation";

  /** The raw output of the decoder, which stepwise sampling reads. */
  public static final String OUTPUT = "output";

  /**
   * Builds every graph and draws the first parameters.
   *
   * @param dataType FLOAT in use
   * @param more graphs of the same parts that share the parameters
   */
  public static ModelGraphs assemble(
      ModelParts parts, long seed, DataType dataType, BuiltGraph... more) {
    TrainingGraph training = TrainingGraph.build(parts, dataType);
    EvaluationGraph evaluation = EvaluationGraph.build(parts, dataType);
    BuiltGraph generation = generation(parts, dataType);
    BuiltGraph decoding = decoding(parts, dataType);
    Optional<SteppingGraph> stepping = SteppingGraph.build(parts, dataType);
    List<BuiltGraph> graphs = new ArrayList<>();
    graphs.addAll(List.of(training.graph(), evaluation.graph(), generation, decoding));
    stepping.ifPresent(one -> graphs.add(one.graph()));
    graphs.addAll(List.of(more));
    ParameterStore store = ParameterStore.create(seed, graphs.toArray(new BuiltGraph[0]));
    return new ModelGraphs(
        parts, training, evaluation, generation, decoding, stepping, store, new ForwardRunners());
  }

  private static BuiltGraph generation(ModelParts parts, DataType dataType) {
    GraphBuilder builder = new GraphBuilder(dataType, false);
    builder.output(SAMPLE, parts.options().prior().sample(builder.root().scope("prior")));
    return builder.build();
  }

  private static BuiltGraph decoding(ModelParts parts, DataType dataType) {
    GraphBuilder builder = new GraphBuilder(dataType, false);
    SDVariable z = builder.input(Z, parts.latent());
    Graph scope = builder.root().scope("decoder");
    Decoder decoder = parts.options().decoder();
    SDVariable output = decoder.output(scope, z);
    builder.output(OUTPUT, output);
    decoder.mean(scope, output).ifPresent(mean -> builder.output(MEAN, mean));
    decoder.deviation(scope, output).ifPresent(sigma -> builder.output(DEVIATION, sigma));
    Optional<SDVariable> sample = decoder.sample(scope, output);
    sample.ifPresent(x -> builder.output(SAMPLE, x));
    return builder.build();
  }

  /** The posterior's parameters of x, with the encoder's weights. */
  static SDVariable encode(ModelParts parts, Graph root, SDVariable x) {
    DataShape to = DataShape.vector(parts.options().posterior().parameterCount());
    return parts.options().encoder().apply(root.scope("encoder"), x, parts.shape(), to);
  }

  /** The view without a scope, whatever part asks. */
  static Graph root(Graph graph) {
    return GraphBuilder.rootOf(graph);
  }
}
