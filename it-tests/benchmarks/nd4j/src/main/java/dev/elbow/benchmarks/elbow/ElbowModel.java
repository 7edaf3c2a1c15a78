package dev.elbow.benchmarks.elbow;

import dev.elbow.benchmarks.worker.Job;
import dev.elbow.configuration.Binder;
import dev.elbow.configuration.ContextPartMaker;
import dev.elbow.configuration.ListNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.ScalarNode;
import dev.elbow.engine.experiment.BackendFacts;
import dev.elbow.engine.experiment.Engine;
import dev.elbow.engine.experiment.ExperimentHeader;
import dev.elbow.engine.model.ModelContext;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.ModelParts;
import dev.elbow.engine.model.WeightedTerm;
import dev.elbow.engine.options.ExperimentOptions;
import dev.elbow.engine.registry.PartKey;
import dev.elbow.engine.registry.RegisteredPart;
import dev.elbow.graph.execution.ParallelismFile;
import dev.elbow.launcher.PluginRecord;
import dev.elbow.launcher.PluginSnapshot;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import java.nio.file.Path;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/** The engine with the plugins of the class path, and untrained models of a configuration. */
final class ElbowModel {
  private ElbowModel() {}

  /**
   * An engine that remembers beside the reference how steps share the threads, as a user's does.
   */
  static Engine engine(Job job) {
    PluginSnapshot plugins = PluginSnapshot.ofClassPath(ElbowModel.class.getClassLoader());
    return Engine.create(
        plugins.active().stream().map(ElbowModel::part).toList(),
        () -> new BackendFacts("cpu", "nd4j-native", "unknown", job.threads()),
        new ParallelismFile(
            Path.of(job.reference()).resolveSibling("steps.properties"), "this machine"));
  }

  private static RegisteredPart part(PluginRecord plugin) {
    return new RegisteredPart(
        new PartKey(plugin.role(), plugin.name()),
        plugin.factory(),
        plugin.version(),
        plugin.bundle(),
        plugin.sha256());
  }

  /** The graphs with their first parameters. */
  static ModelGraphs graphs(Engine engine, ExperimentHeader header, DataShape shape) {
    ModelContext context = new ModelContext(header.latent(), shape, DataValues.BINARY);
    ExperimentOptions options =
        Binder.bind(
            header.resolved(),
            ExperimentOptions.class,
            engine.registry(),
            new ContextPartMaker(context));
    List<WeightedTerm> terms = WeightedTerm.named(options.objective(), termTypes(header));
    ModelParts parts = new ModelParts(options.model(), terms, shape, DataValues.BINARY);
    context.complete(parts);
    return ModelGraphs.assemble(parts, header.seed(), DataType.FLOAT);
  }

  private static List<String> termTypes(ExperimentHeader header) {
    return ((ListNode) header.resolved().get("objective"))
        .items().stream().map(term -> ((ScalarNode) ((MapNode) term).get("type")).text()).toList();
  }
}
