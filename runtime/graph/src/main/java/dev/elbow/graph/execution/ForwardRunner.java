package dev.elbow.graph.execution;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.capture.Recorder;
import dev.elbow.graph.capture.Recording;
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
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The outputs of a graph for many batches, which several threads share.
 *
 * <p>The first batch of each size is recorded and the recording replayed, where that can be done;
 * otherwise SameDiff executes them one after the other.
 *
 * <p>Not thread-safe.
 */
public final class ForwardRunner {
  /** The part of the memory outside the heap that the arrays of all threads may take. */
  private static final double SHARE = 0.2;

  private final BuiltGraph graph;
  private final List<String> names;
  private final GraphRunner reference;
  private final Map<Integer, Recording> recordings = new LinkedHashMap<>();
  private final List<Map<Integer, Program>> programs = new ArrayList<>();
  private boolean captures;
  private int width;

  /**
   * @param names of the outputs
   */
  public ForwardRunner(BuiltGraph graph, List<String> names) {
    this.graph = graph;
    this.names = List.copyOf(names);
    this.reference = new GraphRunner(graph);
    this.captures = graph.dataType() == DataType.FLOAT && KernelThreads.areOnHost();
    this.width = captures ? KernelThreads.available() : 1;
    for (int i = 0; i < width; i++) {
      programs.add(new LinkedHashMap<>());
    }
  }

  /** A batch to be executed. */
  public record Job(Feeds feeds, int batch) {}

  /**
   * Executes jobs, each in one of several threads, in any order.
   *
   * @param count how many
   * @param job makes the i-th; called once for each, by any thread
   * @param done hears the i-th results, in the thread that executed it
   */
  public void run(int count, IntFunction<Job> job, BiConsumer<Integer, Results> done) {
    if (count == 0) {
      return;
    }
    // The last batch may be smaller: these two have every size there is.
    Job first = job.apply(0);
    Job last = count == 1 ? first : job.apply(count - 1);
    prepare(first);
    prepare(last);
    IntFunction<Job> jobs = i -> i == 0 ? first : i == count - 1 ? last : job.apply(i);
    if (captures) {
      int threads = Math.min(width, count);
      Workers workers = Workers.shared(programs.size());
      KernelThreads.withOne(
          () -> workers.run(threads, worker -> work(worker, threads, count, jobs, done)));
    } else {
      for (int i = 0; i < count; i++) {
        Results results = reference(jobs.apply(i));
        done.accept(i, results);
        Feeds.close(results.arrays().values());
      }
    }
  }

  /** Every {@code threads}-th job. */
  private void work(
      int worker, int threads, int count, IntFunction<Job> job, BiConsumer<Integer, Results> done) {
    KernelThreads.use(1);
    for (int i = worker; i < count; i += threads) {
      Job now = job.apply(i);
      Program program = program(worker, now.batch);
      now.feeds.copyTo(program::input, now.batch, 0, now.batch);
      program.run(Workers.caller());
      done.accept(i, results(program));
    }
  }

  /** Executes one job with the threads of the kernels. */
  public Results run(Feeds feeds, int batch) {
    Job job = new Job(feeds, batch);
    prepare(job);
    if (!captures) {
      return reference(job);
    }
    Program program = program(0, batch);
    feeds.copyTo(program::input, batch, 0, batch);
    program.run(Workers.caller());
    return results(program);
  }

  /** The memory that the arrays of all threads take for batches of a size; 0 if not captured. */
  public long bytes(Feeds feeds, int batch) {
    prepare(new Job(feeds, batch));
    return captures ? program(0, batch).bytes() * width : 0;
  }

  /** Records the first batch of a size, and sees how many of them there is memory for. */
  private void prepare(Job job) {
    if (!captures || recordings.containsKey(job.batch)) {
      return;
    }
    try {
      Map<String, INDArray> arrays = job.feeds.arrays(job.batch, 0, job.batch);
      recordings.put(job.batch, Recorder.forward(graph.sameDiff(), arrays, names));
      long room = (long) (SHARE * Pointer.maxPhysicalBytes());
      long bytes = Math.max(1, program(0, job.batch).bytes());
      width = (int) Math.max(1, Math.min(width, room / bytes));
    } catch (UncapturableException e) {
      captures = false;
      width = 1;
    }
  }

  private Results reference(Job job) {
    return new Results(reference.outputs(job.feeds.arrays(), names));
  }

  private Results results(Program program) {
    Map<String, INDArray> arrays = new LinkedHashMap<>();
    names.forEach(name -> arrays.put(name, program.output(name)));
    return new Results(arrays);
  }

  private Program program(int worker, int batch) {
    return programs
        .get(worker)
        .computeIfAbsent(batch, b -> Program.of(recordings.get(b), Map.of(), true, 1));
  }
}
