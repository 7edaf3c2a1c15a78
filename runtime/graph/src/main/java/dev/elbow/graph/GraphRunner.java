package dev.elbow.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Executes a built graph through SameDiff's own sessions, the reference for every faster way. */
public final class GraphRunner {
  private final BuiltGraph graph;

  public GraphRunner(BuiltGraph graph) {
    this.graph = graph;
  }

  /** The graph that is run. */
  public BuiltGraph graph() {
    return graph;
  }

  /**
   * The named outputs.
   *
   * @param feeds every input that the outputs depend on
   * @return arrays owned by the caller, who should close them
   */
  public Map<String, INDArray> outputs(Map<String, INDArray> feeds, Collection<String> names) {
    FrugalSession session = FrugalSession.forward(graph.sameDiff());
    List<INDArray> results = new ArrayList<>();
    try {
      Map<String, INDArray> found = graph.sameDiff().output(feeds, List.copyOf(names));
      results.addAll(found.values());
      return found;
    } finally {
      session.end(results);
    }
  }

  /**
   * Builds the backward graph of the loss with the gradients of inputs, which {@link #gradients}
   * otherwise has for parameters alone.
   *
   * @param inputs names of floating-point inputs
   */
  public void differentiate(Collection<String> inputs) {
    GradientGraph.ensure(graph.sameDiff(), inputs.toArray(String[]::new));
  }

  /**
   * The named outputs, and the gradient of the loss variable with respect to the parameters.
   *
   * @param names of outputs
   * @param parameters of the gradients
   * @return arrays owned by the caller, who should close them
   */
  public OutAndGrad gradients(
      Map<String, INDArray> feeds, Collection<String> names, Collection<String> parameters) {
    SameDiff sameDiff = graph.sameDiff();
    GradientGraph.ensure(sameDiff);
    FrugalSession session = FrugalSession.backward(sameDiff);
    List<INDArray> results = new ArrayList<>();
    try {
      OutAndGrad found = sameDiff.calculateGradientsAndOutputs(feeds, names, parameters);
      results.addAll(found.getOutputs().values());
      results.addAll(found.getGradients().values());
      return found;
    } finally {
      session.end(results);
    }
  }
}
