package dev.elbow.graph.execution;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.capture.Recorder;
import dev.elbow.graph.capture.UncapturableException;
import dev.elbow.graph.parallel.KernelThreads;
import dev.elbow.graph.parallel.Workers;
import dev.elbow.graph.program.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The outputs of a graph for many batches, one thread for each of several batches at a time.
 *
 * <p>The first batch of each size is recorded and the recording replayed, where that can be done;
 * otherwise SameDiff executes them one after the other.
 */
public final class ForwardRunner implements AutoCloseable {
  private final BuiltGraph graph;
  private final List<String> names;
  private final GraphRunner reference;
  private final List<Map<Integer, Program>> programs = new ArrayList<>();
  private boolean captures;

  /**
   * @param names of the outputs
   */
  public ForwardRunner(BuiltGraph graph, List<String> names) {
    this.graph = graph;
    this.names = List.copyOf(names);
    this.reference = new GraphRunner(graph);
    this.captures = graph.dataType() == DataType.FLOAT && KernelThreads.areOnHost();
    for (int i = 0; i < KernelThreads.available(); i++) {
      programs.add(new LinkedHashMap<>());
    }
  }

  /** A batch to be executed. */
  public record Job(Feeds feeds, int batch) {}

  /** How many jobs are executed at a time. */
  public int width() {
    return captures ? programs.size() : 1;
  }

  /**
   * Executes jobs.
   *
   * @param count how many
   * @param job makes the i-th, in the caller's thread
   * @param done hears the i-th results, in order and in the caller's thread
   */
  public void run(int count, IntFunction<Job> job, BiConsumer<Integer, Results> done) {
    for (int from = 0; from < count; ) {
      int size = Math.min(width(), count - from);
      List<Job> wave = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        wave.add(job.apply(from + i));
      }
      List<Results> results = run(wave);
      for (int i = 0; i < size; i++) {
        done.accept(from + i, results.get(i));
      }
      from += size;
    }
  }

  private List<Results> run(List<Job> wave) {
    List<Program> ready = new ArrayList<>();
    for (int i = 0; i < wave.size() && captures; i++) {
      ready.add(program(i, wave.get(i)));
    }
    if (!captures) {
      return wave.stream()
          .map(job -> new Results(reference.outputs(job.feeds.arrays(), names)))
          .toList();
    }
    int before = KernelThreads.use(1);
    Workers.shared(programs.size()).run(wave.size(), i -> run(ready.get(i), wave.get(i)));
    KernelThreads.use(before);
    return ready.stream().map(this::results).toList();
  }

  private static void run(Program program, Job job) {
    KernelThreads.use(1);
    job.feeds.copyTo(program::input, job.batch, 0, job.batch);
    program.run(Workers.caller());
  }

  private Results results(Program program) {
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    names.forEach(name -> arrays.put(name, program.output(name)));
    return new Results(arrays);
  }

  private Program program(int worker, Job job) {
    Program known = programs.get(worker).get(job.batch);
    if (known != null) {
      return known;
    }
    try {
      Map<String, INDArray> arrays = job.feeds.arrays(job.batch, 0, job.batch);
      Program made =
          Program.of(Recorder.forward(graph.sameDiff(), arrays, names), Map.of(), true, 1);
      programs.get(worker).put(job.batch, made);
      return made;
    } catch (UncapturableException e) {
      captures = false;
      return null;
    }
  }

  @Override
  public void close() {
    programs.forEach(ofWorker -> ofWorker.values().forEach(Program::close));
    programs.clear();
  }
}
