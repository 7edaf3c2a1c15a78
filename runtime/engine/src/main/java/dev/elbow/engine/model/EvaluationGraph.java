package dev.elbow.engine.model;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.spi.Bound;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.Graph;
import dev.elbow.spi.KullbackLeibler;
import dev.elbow.spi.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The graph of an evaluation: x and noise to figures of each example. The negative ELBO is formed
 * from -log p(x|z) and the KL whatever the objective was, so that objectives compare.
 *
 * @param graph the graph
 * @param terms the objective's terms, {@code [batch]} or scalar each
 * @param kl how the KL is computed; empty if there is none, hence no bound
 * @param bound whether -log p(x|z) + KL is a bound, and on what
 */
public record EvaluationGraph(
    BuiltGraph graph, List<TrainingGraph.TermInfo> terms, Optional<String> kl, Bound bound) {

  /** -log p(x|z), {@code [batch]}. */
  public static final String NEGATIVE_LOG_LIKELIHOOD = "nll";

  /** KL(q(z|x) || p(z)), {@code [batch]}. */
  public static final String KL = "kl";

  /** The deterministic code, {@code [batch, latent]}. */
  public static final String CODE = "code";

  /** x corrupted as in training, {@code [batch, features]}, if the model has a corruption. */
  public static final String CORRUPTED = "corrupted";

  /** The deterministic code of the corrupted x, {@code [batch, latent]}. */
  public static final String CORRUPTED_CODE = "corrupted-code";

  /** -log p(x|z) of the clean x, with the code of the corrupted one, {@code [batch]}. */
  public static final String DENOISING = "denoising";

  /** The posterior's sample, {@code [batch, latent]}. */
  public static final String SAMPLED_CODE = "sampledCode";

  /**
   * The KL of each marginal of the posterior to the prior's, {@code [batch, latent]}, if both are
   * Gaussian.
   */
  public static final String MARGINAL_KL = "marginal-kl";

  /** The log of the posterior's marginal variances, {@code [batch, latent]}, if it is Gaussian. */
  public static final String LOG_VARIANCE = "posterior-log-variance";

  /** log q(z|x) of the posterior's sample, {@code [batch]}, if it states one. */
  public static final String LOG_DENSITY = "posterior-log-density";

  /** The encoder's output, {@code [batch, parameterCount]}. */
  public static final String PARAMETERS = "posterior-parameters";

  private static void denoise(ModelParts parts, GraphBuilder builder, SDVariable x) {
    Graph root = builder.root();
    SDVariable corrupted = Corruption.of(parts, root, x);
    SDVariable code = new BatchLatent(root, parts, corrupted).sample().code();
    Decoder decoder = parts.options().decoder();
    Graph scope = root.scope("decoder");
    SDVariable output = decoder.output(scope, code);
    builder.output(CORRUPTED, corrupted);
    builder.output(CORRUPTED_CODE, code);
    builder.output(DENOISING, decoder.negativeLogLikelihood(scope, x, output));
  }

  /** Whether the graph has one of the outputs that depend on the parts. */
  public boolean offers(String output) {
    return graph.sameDiff().hasVariable(output);
  }

  static EvaluationGraph build(ModelParts parts, DataType dataType) {
    GraphBuilder builder = new GraphBuilder(dataType, false);
    Graph root = builder.root();
    SDVariable x = builder.input(TrainingGraph.X, parts.shape().features());
    BatchLatent latent = new BatchLatent(root, parts, x);
    Decoder decoder = parts.options().decoder();
    Graph scope = root.scope("decoder");
    SDVariable output = decoder.output(scope, latent.sample().z());
    builder.output(NEGATIVE_LOG_LIKELIHOOD, decoder.negativeLogLikelihood(scope, x, output));
    builder.output(CODE, latent.sample().code());
    builder.output(SAMPLED_CODE, latent.sample().z());
    builder.output(PARAMETERS, latent.parameters());
    if (parts.options().corruption().isPresent()) {
      denoise(parts, builder, x);
    }
    Optional<KullbackLeibler> kl = latent.klIfAny();
    kl.ifPresent(value -> builder.output(KL, value.perExample()));
    latent.marginalKl().ifPresent(value -> builder.output(MARGINAL_KL, value));
    latent.sample().moments().ifPresent(m -> builder.output(LOG_VARIANCE, m.logVariance()));
    latent.sample().logDensity().ifPresent(value -> builder.output(LOG_DENSITY, value));

    List<TrainingGraph.TermInfo> infos = new ArrayList<>();
    for (WeightedTerm weighted : parts.objective()) {
      Term term = TrainingGraph.buildTerm(weighted, root, latent);
      TrainingGraph.TermInfo info = TrainingGraph.TermInfo.of(weighted, term);
      builder.output(info.output(), term.reported());
      builder.output(info.loss(), term.loss());
      infos.add(info);
    }
    Bound bound =
        kl.isPresent() ? decoder.bound(parts.values()) : Bound.none(latent.missing().reason());
    return new EvaluationGraph(
        builder.build(),
        List.copyOf(infos),
        kl.map(value -> value.closedForm() ? "closed form" : "Monte Carlo, one sample"),
        bound);
  }
}
