package dev.elbow.benchmarks.elbow;

import dev.elbow.benchmarks.cases.Case;
import dev.elbow.benchmarks.worker.Contender;
import dev.elbow.benchmarks.worker.Figures;
import dev.elbow.benchmarks.worker.Images;
import dev.elbow.benchmarks.worker.Job;
import dev.elbow.benchmarks.worker.Reference;
import dev.elbow.data.DataFolder;
import dev.elbow.data.Split;
import dev.elbow.engine.evaluation.Generation;
import dev.elbow.engine.evaluation.Generator;
import dev.elbow.engine.experiment.Engine;
import dev.elbow.engine.experiment.ExperimentHeader;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.training.StepTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.nd4j.linalg.factory.Nd4j;

/** Elbow: {@link Engine#benchmark} for steps, {@link Generator} for codes and samples. */
public final class ElbowContender implements Contender {

  public static void main(String[] arguments) {
    Contender.main(arguments, new ElbowContender());
  }

  @Override
  public void reference(Job job) {
    Engine engine = ElbowModel.engine(job);
    Split split = Images.train(job);
    ModelGraphs model = ElbowModel.graphs(engine, header(engine, job), split.shape());
    int rows = Reference.rows(job.subject().model());
    float[] pixels = Images.pixels(split, 0, rows);
    new ReferenceRun(engine, model, pixels, rows).compute().write(Path.of(job.reference()));
  }

  @Override
  public Figures time(Job job) {
    Engine engine = ElbowModel.engine(job);
    ExperimentHeader header = header(engine, job);
    return switch (job.subject().work()) {
      case TRAIN -> train(engine, header, job);
      case ENCODE -> {
        Split split = Images.train(job);
        ModelGraphs model = ElbowModel.graphs(engine, header, split.shape());
        int count = job.subject().examples();
        yield Images.repeat(job, () -> engine.generator().encode(model, split, count));
      }
      case SAMPLE -> {
        ModelGraphs model = ElbowModel.graphs(engine, header, Images.train(job).shape());
        yield Images.repeat(job, () -> sample(engine.generator(), model, job.subject().examples()));
      }
    };
  }

  private static Figures train(Engine engine, ExperimentHeader header, Job job) {
    Case subject = job.subject();
    StepTimes times =
        engine.benchmark(
            header,
            new DataFolder(Path.of(job.data())),
            subject.warmup(),
            subject.repetitions(),
            done -> {});
    return new Figures(
        times.median(), times.low(), times.high(), times.processor(), times.peakMemory());
  }

  private static void sample(Generator generator, ModelGraphs model, int count) {
    generator.decode(model, generator.prior(model, count, Job.SEED), Generation.mean(Job.SEED, 0));
  }

  private static ExperimentHeader header(Engine engine, Job job) {
    return engine.reader().read(Configuration.of(job), job.subject().id(), List.of());
  }

  @Override
  public Map<String, String> facts() {
    return nd4jFacts();
  }

  /** Of all who use ND4J. */
  public static Map<String, String> nd4jFacts() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("nd4j", version("org.nd4j/nd4j-api"));
    facts.put("build", Nd4j.getBackend().buildInfo().strip().replaceAll("\\s*\\R\\s*", ", "));
    return facts;
  }

  private static String version(String artifact) {
    Properties properties = new Properties();
    try (var in =
        ElbowContender.class.getResourceAsStream(
            "/META-INF/maven/" + artifact + "/pom.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      return "unknown";
    }
    return properties.getProperty("version", "unknown");
  }
}
