package dev.elbow.engine.training;

import dev.elbow.data.Batch;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.TrainingGraph;
import dev.elbow.engine.model.TrainingGraph.TermInfo;
import dev.elbow.engine.options.TrainingOptions;
import dev.elbow.engine.training.optimizer.Optimizer;
import dev.elbow.engine.training.optimizer.Optimizers;
import dev.elbow.engine.training.parallel.Workers;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.ParameterSpec;
import dev.elbow.graph.ParameterStore;
import dev.elbow.spi.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One step: forward, backward, check, update. */
final class TrainingStep {
  private final ModelGraphs model;
  private final GraphRunner runner;
  private final long seed;
  private final Optimizer optimizer;
  private final INDArray gradient;
  private final Map<String, INDArray> gradientViews;
  private final List<String> trained;
  private final List<String> outputs = new ArrayList<>();

  TrainingStep(ModelGraphs model, TrainingOptions options, long seed) {
    this.model = model;
    this.runner = new GraphRunner(model.training().graph());
    this.seed = seed;
    ParameterStore parameters = model.parameters();
    this.optimizer = Optimizers.create(options, parameters, Workers.caller());
    this.gradient = Nd4j.zerosLike(parameters.flat());
    this.gradientViews = parameters.viewsOf(gradient);
    this.trained = model.training().graph().parameters().stream().map(ParameterSpec::name).toList();
    outputs.add(TrainingGraph.OBJECTIVE);
    outputs.add(TrainingGraph.RECONSTRUCTION);
    model.training().terms().forEach(term -> outputs.add(term.output()));
    model.training().graph().updates().values().forEach(next -> outputs.add(next.name()));
  }

  Optimizer optimizer() {
    return optimizer;
  }

  /**
   * @param batch the examples
   * @param step number of earlier steps
   * @param epoch completed epochs, with fraction
   * @param rate the learning rate
   * @throws FailureException if a figure is not finite; the parameters are untouched then
   */
  StepResult run(Batch batch, long step, double epoch, double rate) {
    Feeds feeds = feeds(batch, step, epoch);
    OutAndGrad result = runner.gradients(feeds.arrays(), outputs, trained);
    try {
      StepResult figures = figures(result.getOutputs());
      new FiniteCheck(model.training().terms(), step).require(figures);
      gather(result.getGradients());
      optimizer.update(List.of(gradient), rate, step);
      updateStates(result.getOutputs());
      return figures;
    } finally {
      feeds.close();
      Feeds.close(result.getOutputs().values());
      Feeds.close(result.getGradients().values());
    }
  }

  private Feeds feeds(Batch batch, long step, double epoch) {
    int features = model.parts().shape().features();
    Feeds feeds = new Feeds(model.training().graph());
    feeds.put(TrainingGraph.X, batch.pixels(), batch.size(), features).epoch(epoch);
    feeds.noise(batch.size(), seed, "train", step);
    List<TermInfo> terms = model.training().terms();
    for (int i = 0; i < terms.size(); i++) {
      feeds.put(terms.get(i).weight(), model.parts().objective().get(i).weight().at(epoch));
    }
    return feeds;
  }

  private StepResult figures(Map<String, INDArray> outputs) {
    double[] terms =
        model.training().terms().stream()
            .mapToDouble(term -> outputs.get(term.output()).getDouble(0))
            .toArray();
    return new StepResult(
        outputs.get(TrainingGraph.OBJECTIVE).getDouble(0),
        outputs.get(TrainingGraph.RECONSTRUCTION).getDouble(0),
        terms);
  }

  /** Parameters that the loss does not reach get 0: the optimizer left its update there. */
  private void gather(Map<String, INDArray> gradients) {
    if (gradients.size() < gradientViews.size()) {
      gradient.assign(0);
    }
    gradients.forEach((name, found) -> gradientViews.get(name).assign(found));
  }

  private void updateStates(Map<String, INDArray> outputs) {
    model
        .training()
        .graph()
        .updates()
        .forEach((name, next) -> model.parameters().state(name).assign(outputs.get(next.name())));
  }
}
