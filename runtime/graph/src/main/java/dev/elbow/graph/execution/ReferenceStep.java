package dev.elbow.graph.execution;

import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.ParameterStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Through SameDiff, for graphs that cannot be captured. */
final class ReferenceStep implements StepExecution {
  private final GraphRunner runner;
  private final Collection<String> outputs;
  private final List<String> parameters;
  private final INDArray gradient;
  private final Map<String, INDArray> views;
  private Map<String, INDArray> results = Map.of();

  ReferenceStep(
      GraphRunner runner,
      ParameterStore store,
      Collection<String> outputs,
      List<String> parameters) {
    this.runner = runner;
    this.outputs = outputs;
    this.parameters = parameters;
    this.gradient = Nd4j.zerosLike(store.flat());
    this.views = store.viewsOf(gradient);
  }

  @Override
  public Results run(Feeds feeds) {
    Feeds.close(results.values());
    OutAndGrad found = runner.gradients(feeds.arrays(), outputs, parameters);
    results = found.getOutputs();
    gather(found.getGradients());
    return new Results(results);
  }

  /** Parameters that the loss does not reach get 0: the optimizer left its update there. */
  private void gather(Map<String, INDArray> gradients) {
    if (gradients.size() < views.size()) {
      gradient.assign(0);
    }
    gradients.forEach((name, found) -> views.get(name).assign(found));
    Feeds.close(gradients.values());
  }

  @Override
  public List<Gradient> gradients() {
    return List.of(new Gradient(gradient, 1));
  }

  @Override
  public void close() {
    Feeds.close(results.values());
    gradient.close();
  }
}
