package dev.elbow.graph.execution;

import dev.elbow.graph.Feeds;
import dev.elbow.graph.ParameterStore;
import dev.elbow.graph.capture.Recorder;
import dev.elbow.graph.capture.Recording;
import dev.elbow.graph.parallel.KernelThreads;
import dev.elbow.graph.parallel.Workers;
import dev.elbow.graph.program.Program;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A recorded step, replayed by one thread or with the kernels' threads. */
final class CapturedStep implements StepExecution {
  private final Program program;
  private final INDArray gradient;
  private final Map<String, INDArray> outputs = new LinkedHashMap<>();
  private final int batch;
  private final int from;
  private final int to;
  private final int threads;
  private final Workers workers;

  /**
   * @param batch of which this is for the examples between {@code from} and {@code to}
   * @param names of the outputs
   * @param threads of each kernel
   */
  CapturedStep(
      Recording recording,
      ParameterStore store,
      Collection<String> names,
      int batch,
      int from,
      int to,
      int threads) {
    this.gradient = Nd4j.zerosLike(store.flat());
    this.program = Program.of(recording, places(recording, store), true, threads);
    names.forEach(name -> outputs.put(name, program.output(name)));
    this.batch = batch;
    this.from = from;
    this.to = to;
    this.threads = threads;
    this.workers = Workers.shared(threads);
  }

  /** The gradients' places in the flat array. Those that the loss does not reach stay 0. */
  private Map<String, INDArray> places(Recording recording, ParameterStore store) {
    Map<String, INDArray> views = store.viewsOf(gradient);
    Map<String, INDArray> places = new LinkedHashMap<>();
    for (String output : recording.outputs().keySet()) {
      if (output.startsWith(Recorder.GRADIENT)) {
        places.put(output, views.get(output.substring(Recorder.GRADIENT.length())));
      }
    }
    return places;
  }

  @Override
  public Results run(Feeds feeds) {
    feeds.copyTo(program::input, batch, from, to);
    KernelThreads.use(threads);
    program.run(workers);
    return new Results(outputs);
  }

  @Override
  public List<Gradient> gradients() {
    return List.of(new Gradient(gradient, 1));
  }

  @Override
  public void close() {
    program.close();
    gradient.close();
  }
}
