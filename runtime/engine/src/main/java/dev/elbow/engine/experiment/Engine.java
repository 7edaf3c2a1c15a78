package dev.elbow.engine.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.elbow.configuration.YamlWriter;
import dev.elbow.data.DataFolder;
import dev.elbow.data.DataSplits;
import dev.elbow.engine.audit.AuditOptions;
import dev.elbow.engine.audit.AuditReport;
import dev.elbow.engine.evaluation.Generator;
import dev.elbow.engine.metrics.ClassifierSource;
import dev.elbow.engine.metrics.MetricReport;
import dev.elbow.engine.metrics.MetricRunner;
import dev.elbow.engine.metrics.NamedMetric;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.pictures.Album;
import dev.elbow.engine.registry.RegisteredPart;
import dev.elbow.engine.registry.Registry;
import dev.elbow.engine.registry.RegistryModule;
import dev.elbow.engine.training.StepBenchmark;
import dev.elbow.engine.training.StepTimes;
import dev.elbow.engine.training.StopSignal;
import dev.elbow.engine.training.TrainingListener;
import dev.elbow.graph.execution.ExecutionListener;
import dev.elbow.graph.execution.ParallelismChoice;
import dev.elbow.graph.execution.ParallelismMemory;
import dev.elbow.runs.Figure;
import dev.elbow.runs.Picture;
import dev.elbow.runs.RunFolder;
import dev.elbow.runs.RunLock;
import dev.elbow.spi.Classifier;
import dev.elbow.spi.ElbowException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Elbow as a library: what the command line does, and what an embedder calls.
 *
 * <p>An engine works on one snapshot of the plugins. It starts no backend: ND4J starts with the
 * first model.
 */
public final class Engine {
  private final Injector injector;
  private final Supplier<BackendFacts> backend;
  private final ParallelismMemory memory;
  private final ClassifierSource classifiers;

  private Engine(
      Injector injector,
      Supplier<BackendFacts> backend,
      ParallelismMemory memory,
      ClassifierSource classifiers) {
    this.injector = injector;
    this.backend = backend;
    this.memory = memory;
    this.classifiers = classifiers;
  }

  /**
   * An engine with these plugins.
   *
   * @param plugins no two of one role and name
   * @param backend asked for when a run begins, for its manifest
   */
  public static Engine create(List<RegisteredPart> plugins, Supplier<BackendFacts> backend) {
    return create(plugins, backend, ParallelismMemory.ofProcess(), ClassifierSource.NONE);
  }

  /**
   * An engine that keeps what it measures of the machine, and judges samples.
   *
   * @param memory how threads share the steps of a model
   * @param classifiers judge samples, for metrics that want it
   */
  public static Engine create(
      List<RegisteredPart> plugins,
      Supplier<BackendFacts> backend,
      ParallelismMemory memory,
      ClassifierSource classifiers) {
    Injector injector = Guice.createInjector(new RegistryModule(plugins));
    return new Engine(injector, backend, memory, classifiers);
  }

  private ParallelismChoice parallelism(ExperimentHeader header) {
    return new ParallelismChoice(header.backend().replicas(), memory);
  }

  /** Reads configurations with this engine's plugins. */
  public ExperimentReader reader() {
    return injector.getInstance(ExperimentReader.class);
  }

  /** The snapshot of the plugins. */
  public Registry registry() {
    return injector.getInstance(Registry.class);
  }

  /** Makes codes and examples. */
  public Generator generator() {
    return injector.getInstance(Generator.class);
  }

  /** Draws the pictures of an open run into its folder, as at the end of its training. */
  public List<Picture> illustrate(OpenRun run, DataFolder dataFolder) {
    return album().fill(run.folder(), run.model(), run.data(dataFolder), run.moment());
  }

  /** Draws pictures. */
  public Album album() {
    return injector.getInstance(Album.class);
  }

  /**
   * Trains a new run.
   *
   * @param header what to train
   * @param dataFolder where named datasets are
   * @param out the run's folder, or empty for {@code runs/<name>-<time>} below the working folder
   * @throws ElbowException if anything is wrong; nothing is written if the input is
   */
  @SuppressWarnings("try") // the lock is held, not used
  public TrainingReport train(
      ExperimentHeader header,
      DataFolder dataFolder,
      Optional<Path> out,
      TrainingListener listener,
      StopSignal stop) {
    long start = System.nanoTime();
    DataSplits data = header.openData(dataFolder);
    TrainingSession session = session(header, dataFolder, data, start);
    RunFolder folder =
        out.map(RunFolder::createAt)
            .orElseGet(
                () -> RunFolder.create(Path.of("runs"), header.name(), Clock.systemDefaultZone()));
    try (RunLock lock = folder.lock()) {
      folder.writeConfig(YamlWriter.write(header.resolved()));
      folder.writeManifest(session.provenance());
      return session.train(folder, listener, stop);
    }
  }

  /**
   * Continues a run from its newest intact checkpoint, to the same bits as if it had never stopped.
   *
   * @throws ElbowException if it is no run, or its plugins or data are not the ones it began with
   */
  @SuppressWarnings("try") // the lock is held, not used
  public TrainingReport resume(
      Path run, DataFolder dataFolder, TrainingListener listener, StopSignal stop) {
    long start = System.nanoTime();
    RunFolder folder = RunFolder.open(run);
    try (RunLock lock = folder.lock()) {
      ObjectNode manifest = folder.manifest();
      Provenance.changedPlugins(manifest, registry(), folder.path().toString())
          .forEach(change -> listener.remark("another jar than the run began with: " + change));
      ExperimentHeader header = injector.getInstance(RunOpener.class).header(folder);
      DataSplits data = header.openData(dataFolder);
      OpenRun.requireData(manifest, data, folder.path());
      return session(header, dataFolder, data, start).train(folder, listener, stop);
    }
  }

  /** The same, and nobody hears how the threads share a step. */
  public StepTimes benchmark(
      ExperimentHeader header, DataFolder dataFolder, int warmup, int steps, LongConsumer done) {
    return benchmark(header, dataFolder, warmup, steps, done, new ExecutionListener() {});
  }

  /**
   * Times training steps of a model, which is thrown away after.
   *
   * @param warmup steps that are run first and not counted
   * @param steps that are timed
   * @param done hears the number of steps done, of warmup + steps
   * @param listener hears how the threads share a step
   * @throws ElbowException if the model cannot be assembled
   */
  public StepTimes benchmark(
      ExperimentHeader header,
      DataFolder dataFolder,
      int warmup,
      int steps,
      LongConsumer done,
      ExecutionListener listener) {
    DataSplits data = header.openData(dataFolder);
    ModelGraphs model =
        injector.getInstance(ModelMaker.class).make(header, data.shape(), data.values()).graphs();
    return new StepBenchmark(
            header.training(), header.seed(), warmup, steps, parallelism(header), listener)
        .run(model, data.train(), done);
  }

  /** Opens a trained run. */
  public OpenRun open(Path run) {
    return injector.getInstance(RunOpener.class).open(run);
  }

  /** The figures of an open run on its test set that every run has. */
  public Map<String, Figure> evaluate(OpenRun run, DataFolder dataFolder) {
    return TrainingSession.evaluate(injector, run, run.data(dataFolder).test());
  }

  /**
   * What metrics say of an open run.
   *
   * @param request {@code all}, names with commas between them, or a list as in a configuration
   * @param progress hears the name of each metric before it is asked
   * @throws ElbowException if a metric is not to be had, or its options are wrong
   */
  public MetricReport measure(
      OpenRun run, DataFolder dataFolder, String request, Consumer<String> progress) {
    List<NamedMetric> metrics = new MetricRequest(registry(), run.model().parts()).read(request);
    return new MetricRunner(metrics, classifier(run.header(), dataFolder), progress)
        .run(run.model(), run.data(dataFolder), run.moment());
  }

  /** Whether the figures of an open run are bounds, on its test set. */
  public AuditReport audit(OpenRun run, DataFolder dataFolder, AuditOptions options) {
    return injector.getInstance(Auditing.class).run(run, dataFolder, options);
  }

  /** The same of a configuration, with parameters that nothing was trained with. */
  public AuditReport audit(ExperimentHeader header, DataFolder dataFolder, AuditOptions options) {
    return injector.getInstance(Auditing.class).configuration(header, dataFolder, options);
  }

  private Supplier<Classifier> classifier(ExperimentHeader header, DataFolder dataFolder) {
    return () -> classifiers.of(header.openWhole(dataFolder));
  }

  private TrainingSession session(
      ExperimentHeader header, DataFolder dataFolder, DataSplits data, long start) {
    return new TrainingSession(
        injector,
        header,
        data,
        parallelism(header),
        backend.get(),
        classifier(header, dataFolder),
        start);
  }
}
