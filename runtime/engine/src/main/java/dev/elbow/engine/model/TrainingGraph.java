package dev.elbow.engine.model;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.spi.Bound;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Term;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The graph of a training step: x and noise to
 *
 * <pre>loss = mean over the batch of [ -log p(x|z) ] + sum_i weight_i mean of term_i</pre>
 *
 * <p>plus the losses of adversaries, whose gradients stop at the model.
 *
 * @param graph the graph; its loss variable is {@link #LOSS}
 * @param terms in the order of the objective
 */
public record TrainingGraph(BuiltGraph graph, List<TermInfo> terms) {

  /** The input, {@code [batch, features]}. */
  public static final String X = "x";

  /** The mean of -log p(x|z), a scalar. */
  public static final String RECONSTRUCTION = "reconstruction";

  /** What the model minimises without the adversaries' losses, a scalar. */
  public static final String OBJECTIVE = "objective";

  /** What is differentiated, a scalar. */
  public static final String LOSS = "loss";

  /**
   * A term as the log shows it.
   *
   * @param name the plugin's name, with a number if it is there twice
   * @param output the scalar to print
   * @param weight the scalar input
   * @param bound whether it belongs to a bound at weight 1
   * @param note how it is computed
   * @param unit of the output
   */
  public record TermInfo(
      String name, String output, String weight, Bound bound, String note, String unit) {

    /** The output of what is minimised, in an evaluation graph. */
    public String loss() {
      return "minimised/" + name;
    }

    static TermInfo of(WeightedTerm weighted, Term term) {
      String name = weighted.name();
      return new TermInfo(
          name, "term/" + name, "weight/" + name, term.bound(), term.note(), term.unit());
    }
  }

  static TrainingGraph build(ModelParts parts, DataType dataType) {
    GraphBuilder builder = new GraphBuilder(dataType, true);
    Graph root = builder.root();
    SDVariable x = builder.input(X, parts.shape().features());
    BatchLatent latent = new BatchLatent(root, parts, Corruption.of(parts, root, x));
    Decoder decoder = parts.options().decoder();
    Graph scope = root.scope("decoder");
    SDVariable output = decoder.output(scope, latent.sample().z());
    SDVariable reconstruction = decoder.negativeLogLikelihood(scope, x, output).mean();
    builder.output(RECONSTRUCTION, reconstruction);

    List<TermInfo> infos = new ArrayList<>();
    SDVariable objective = reconstruction;
    SDVariable adversaries = null;
    for (WeightedTerm weighted : parts.objective()) {
      Term term = buildTerm(weighted, root, latent);
      TermInfo info = TermInfo.of(weighted, term);
      SDVariable weight = builder.scalarInput(info.weight());
      objective = objective.add(term.loss().mean().mul(weight));
      if (term.adversaryLoss().isPresent()) {
        SDVariable loss = term.adversaryLoss().get();
        adversaries = adversaries == null ? loss : adversaries.add(loss);
      }
      builder.output(info.output(), term.reported().mean());
      infos.add(info);
    }
    builder.output(OBJECTIVE, objective);
    SDVariable loss = adversaries == null ? objective.mul(1) : objective.add(adversaries);
    loss.rename(LOSS);
    root.sameDiff().setLossVariables(LOSS);
    return new TrainingGraph(builder.build(), List.copyOf(infos));
  }

  /** A term in a scope of its own. */
  static Term buildTerm(WeightedTerm weighted, Graph root, BatchLatent latent) {
    Graph scope = root.scope("objective").scope(weighted.name());
    return weighted.divergence().build(scope, latent);
  }
}
