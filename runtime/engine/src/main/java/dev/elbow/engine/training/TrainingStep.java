package dev.elbow.engine.training;

import dev.elbow.data.Batch;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.TrainingGraph;
import dev.elbow.engine.model.TrainingGraph.TermInfo;
import dev.elbow.engine.options.TrainingOptions;
import dev.elbow.engine.training.optimizer.Optimizer;
import dev.elbow.engine.training.optimizer.Optimizers;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.ParameterStore;
import dev.elbow.graph.execution.ExecutionListener;
import dev.elbow.graph.execution.Gradient;
import dev.elbow.graph.execution.GradientRunner;
import dev.elbow.graph.execution.Parallelism;
import dev.elbow.graph.execution.ParallelismChoice;
import dev.elbow.graph.execution.Results;
import dev.elbow.graph.parallel.KernelThreads;
import dev.elbow.graph.parallel.Workers;
import dev.elbow.spi.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One step: forward, backward, check, update. */
final class TrainingStep {
  private final ModelGraphs model;
  private final GradientRunner runner;
  private final long seed;
  private final Optimizer optimizer;
  private Optional<INDArray> gradient = Optional.empty();

  /**
   * @param choice how the threads share a step
   * @param listener hears what is chosen
   */
  TrainingStep(
      ModelGraphs model,
      TrainingOptions options,
      long seed,
      ParallelismChoice choice,
      ExecutionListener listener) {
    this.model = model;
    this.seed = seed;
    Workers workers = Workers.shared(KernelThreads.available());
    this.optimizer = Optimizers.create(options, model.parameters(), workers);
    this.runner =
        new GradientRunner(
            model.training().graph(), model.parameters(), outputs(model), choice, listener);
  }

  private static List<String> outputs(ModelGraphs model) {
    List<String> outputs = new ArrayList<>();
    outputs.add(TrainingGraph.OBJECTIVE);
    outputs.add(TrainingGraph.RECONSTRUCTION);
    model.training().terms().forEach(term -> outputs.add(term.output()));
    model.training().graph().updates().values().forEach(next -> outputs.add(next.name()));
    return outputs;
  }

  Optimizer optimizer() {
    return optimizer;
  }

  /** Shares steps as an earlier session did. */
  void continueAs(Optional<Parallelism> earlier) {
    runner.continueAs(earlier);
  }

  /** How the threads share a step, once it is chosen. */
  Optional<Parallelism> parallelism() {
    return runner.parallelism();
  }

  /**
   * @param batch the examples
   * @param step number of earlier steps
   * @param epoch completed epochs, with fraction
   * @param rate the learning rate
   * @throws FailureException if a figure is not finite; the parameters are untouched then
   */
  StepResult run(Batch batch, long step, double epoch, double rate) {
    Results results = runner.run(feeds(batch, step, epoch), batch.size());
    StepResult figures = figures(results);
    new FiniteCheck(model.training().terms(), step).require(figures);
    List<Gradient> gradients = runner.gradients();
    optimizer.update(gradients, rate, step);
    gradient = Optional.of(gradients.get(0).flat());
    updateStates(results);
    return figures;
  }

  /**
   * The Euclidean norm of the last step's gradient over all parameters, before it was limited in
   * length; 0 before the first step.
   */
  double gradientNorm() {
    return gradient.map(flat -> flat.norm2Number().doubleValue()).orElse(0.0);
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

  private StepResult figures(Results results) {
    double[] terms =
        model.training().terms().stream()
            .mapToDouble(term -> results.scalar(term.output()))
            .toArray();
    return new StepResult(
        results.scalar(TrainingGraph.OBJECTIVE),
        results.scalar(TrainingGraph.RECONSTRUCTION),
        terms);
  }

  private void updateStates(Results results) {
    ParameterStore parameters = model.parameters();
    model
        .training()
        .graph()
        .updates()
        .forEach((name, next) -> parameters.state(name).assign(results.arrays().get(next.name())));
  }
}
