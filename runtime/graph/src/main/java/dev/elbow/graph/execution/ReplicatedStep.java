package dev.elbow.graph.execution;

import dev.elbow.graph.Feeds;
import dev.elbow.graph.parallel.KernelThreads;
import dev.elbow.graph.parallel.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Replicas of a step, each on a slice of the batch and in a thread of its own. */
final class ReplicatedStep implements StepExecution {
  private final List<CapturedStep> replicas;
  private final Map<String, INDArray> outputs = new LinkedHashMap<>();
  private final List<Gradient> gradients = new ArrayList<>();
  private final Workers workers;

  /**
   * @param replicas with one thread each
   * @param weights each slice's share of the batch
   * @param names of the outputs, all of them means over the batch
   */
  ReplicatedStep(List<CapturedStep> replicas, List<Double> weights, Collection<String> names) {
    this.replicas = replicas;
    for (int i = 0; i < replicas.size(); i++) {
      INDArray flat = replicas.get(i).gradients().get(0).flat();
      gradients.add(new Gradient(flat, weights.get(i)));
    }
    names.forEach(name -> outputs.put(name, Nd4j.scalar(0f)));
    this.workers = Workers.shared(replicas.size());
  }

  @Override
  public Results run(Feeds feeds) {
    Results[] parts = new Results[replicas.size()];
    KernelThreads.withOne(
        () -> workers.run(replicas.size(), i -> parts[i] = replicas.get(i).run(feeds)));
    outputs.forEach((name, mean) -> mean.assign(mean(parts, name)));
    return new Results(outputs);
  }

  private double mean(Results[] parts, String name) {
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      sum += gradients.get(i).weight() * parts[i].scalar(name);
    }
    return sum;
  }

  @Override
  public List<Gradient> gradients() {
    return gradients;
  }

  @Override
  public void close() {
    replicas.forEach(CapturedStep::close);
  }
}
