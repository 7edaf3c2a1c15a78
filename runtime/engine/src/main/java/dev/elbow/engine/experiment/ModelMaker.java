package dev.elbow.engine.experiment;

import dev.elbow.configuration.Binder;
import dev.elbow.configuration.ContextPartMaker;
import dev.elbow.configuration.ListNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.PartMaker;
import dev.elbow.configuration.ScalarNode;
import dev.elbow.engine.metrics.MetricPlan;
import dev.elbow.engine.metrics.NamedMetric;
import dev.elbow.engine.model.ModelContext;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.ModelParts;
import dev.elbow.engine.model.WeightedTerm;
import dev.elbow.engine.options.EvaluationOptions;
import dev.elbow.engine.options.ExperimentOptions;
import dev.elbow.engine.registry.PartKey;
import dev.elbow.engine.registry.RegisteredPart;
import dev.elbow.engine.registry.Registry;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.ElbowException;
import dev.elbow.spi.FailureException;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.buffer.DataType;

/** Makes the parts that a configuration names, and the model's graphs out of them. */
public final class ModelMaker {
  private final Registry registry;

  @Inject
  ModelMaker(Registry registry) {
    this.registry = registry;
  }

  /**
   * A model and the plugins in it.
   *
   * @param graphs with parameters at their first values
   * @param plugins every part's, nested ones included
   * @param metrics of the configuration
   */
  public record Made(ModelGraphs graphs, List<RegisteredPart> plugins, MetricPlan metrics) {}

  /** The parts of a configuration, before there is a graph. */
  private record Bound(ModelParts parts, MetricPlan metrics) {}

  /**
   * Assembles the model.
   *
   * @throws ElbowException if parts do not fit each other, or one of them fails
   */
  public Made make(ExperimentHeader header, DataShape shape, DataValues values) {
    Set<PartKey> used = new LinkedHashSet<>();
    Bound bound = bind(header, shape, values, maker -> recording(maker, used));
    return new Made(
        assemble(bound.parts(), header.seed()),
        used.stream().map(this::origin).toList(),
        bound.metrics());
  }

  /**
   * The parts alone.
   *
   * @param around the maker of each part, to see it made
   */
  ModelParts parts(
      ExperimentHeader header,
      DataShape shape,
      DataValues values,
      UnaryOperator<PartMaker> around) {
    return bind(header, shape, values, around).parts();
  }

  private Bound bind(
      ExperimentHeader header,
      DataShape shape,
      DataValues values,
      UnaryOperator<PartMaker> around) {
    ModelContext context = new ModelContext(header.latent(), shape, values);
    PartMaker maker = around.apply(new ContextPartMaker(context));
    ExperimentOptions options =
        Binder.bind(header.resolved(), ExperimentOptions.class, registry, maker);
    MapNode resolved = header.resolved();
    List<WeightedTerm> terms =
        WeightedTerm.named(options.objective(), types((ListNode) resolved.get("objective")));
    ModelParts parts = new ModelParts(options.model(), terms, shape, values);
    context.complete(parts);
    ListNode metrics = (ListNode) ((MapNode) resolved.get("evaluation")).get("metrics");
    EvaluationOptions evaluation = options.evaluation();
    List<NamedMetric> named = NamedMetric.named(evaluation.metrics(), types(metrics));
    return new Bound(parts, new MetricPlan(evaluation.every(), named));
  }

  private static ModelGraphs assemble(ModelParts parts, long seed) {
    try {
      return ModelGraphs.assemble(parts, seed, DataType.FLOAT);
    } catch (ElbowException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new FailureException(
          "MODEL-ASSEMBLY",
          "building the graph failed: " + e,
          "model",
          "A part builds a graph that does not fit the others; the cause names it.",
          e);
    }
  }

  private PartMaker recording(PartMaker maker, Set<PartKey> used) {
    return (role, factory, options, place) -> {
      used.add(new PartKey(role, factory.name()));
      return maker.make(role, factory, options, place);
    };
  }

  private RegisteredPart origin(PartKey key) {
    return registry.part(key).orElseThrow();
  }

  private static List<String> types(ListNode parts) {
    List<String> types = new ArrayList<>();
    for (var item : parts.items()) {
      types.add(((ScalarNode) ((MapNode) item).get("type")).text());
    }
    return types;
  }
}
