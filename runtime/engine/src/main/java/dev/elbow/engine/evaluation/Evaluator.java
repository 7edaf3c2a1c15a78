package dev.elbow.engine.evaluation;

import dev.elbow.data.Batch;
import dev.elbow.data.BatchLoader;
import dev.elbow.data.Split;
import dev.elbow.engine.model.EvaluationGraph;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.TrainingGraph;
import dev.elbow.engine.model.TrainingGraph.TermInfo;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphRunner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Scores a data set, one posterior sample for each example.
 *
 * <p>Batches have a fixed size and the noise belongs to seed and batch: the same model on the same
 * data gives the same figures, whatever it was trained with.
 */
public final class Evaluator {
  /** The examples of one execution; they share an index of the noise's streams. */
  public static final int BATCH = 500;

  /**
   * Scores every example of the split.
   *
   * @param epoch completed epochs, for the weights of the objective
   */
  public Evaluation evaluate(ModelGraphs model, Split split, long seed, double epoch) {
    Columns columns = new Columns(split.size());
    List<String> names = outputs(model.evaluation());
    GraphRunner runner = new GraphRunner(model.evaluation().graph());
    try (BatchLoader batches = BatchLoader.sequential(split, BATCH)) {
      for (int i = 0; batches.hasNext(); i++) {
        score(model, runner, names, batches.next(), new Position(split.name(), i, seed, epoch))
            .forEach(columns::append);
      }
    }
    return summary(model, columns, epoch);
  }

  private record Position(String set, int batch, long seed, double epoch) {}

  private static List<String> outputs(EvaluationGraph graph) {
    List<String> names = new ArrayList<>();
    names.add(EvaluationGraph.NEGATIVE_LOG_LIKELIHOOD);
    graph.kl().ifPresent(kind -> names.add(EvaluationGraph.KL));
    if (graph.graph().sameDiff().hasVariable(EvaluationGraph.DENOISING)) {
      names.add(EvaluationGraph.DENOISING);
    }
    graph.terms().forEach(term -> names.add(term.output()));
    return names;
  }

  private static Map<String, double[]> score(
      ModelGraphs model, GraphRunner runner, List<String> names, Batch batch, Position at) {
    Feeds feeds =
        new Feeds(runner.graph())
            .put(TrainingGraph.X, batch.pixels(), batch.size(), model.parts().shape().features())
            .epoch(at.epoch)
            .noise(batch.size(), at.seed, "evaluate/" + at.set, at.batch);
    Map<String, INDArray> outputs = runner.outputs(feeds.arrays(), names);
    Map<String, double[]> values = new LinkedHashMap<>();
    outputs.forEach((name, array) -> values.put(name, spread(array, batch.size())));
    Feeds.close(outputs.values());
    feeds.close();
    return values;
  }

  /** A figure of the whole batch counts for each of its examples. */
  private static double[] spread(INDArray array, int size) {
    double[] values = array.dup('c').data().asDouble();
    if (values.length == size) {
      return values;
    }
    double[] copies = new double[size];
    Arrays.fill(copies, values[0]);
    return copies;
  }

  private static Evaluation summary(ModelGraphs model, Columns columns, double epoch) {
    double[] nll = columns.get(EvaluationGraph.NEGATIVE_LOG_LIKELIHOOD);
    Optional<double[]> kl = model.evaluation().kl().map(kind -> columns.get(EvaluationGraph.KL));
    double[] objective = nll.clone();
    Map<String, Estimate> terms = new LinkedHashMap<>();
    List<TermInfo> infos = model.evaluation().terms();
    for (int i = 0; i < infos.size(); i++) {
      double[] term = columns.get(infos.get(i).output());
      terms.put(infos.get(i).name(), Estimate.of(term));
      addScaled(objective, term, model.parts().objective().get(i).weight().at(epoch));
    }
    Optional<Estimate> negativeElbo =
        kl.map(
            values -> {
              double[] sum = nll.clone();
              addScaled(sum, values, 1);
              return Estimate.of(sum);
            });
    return new Evaluation(
        Estimate.of(objective),
        Estimate.of(nll),
        kl.map(Estimate::of),
        negativeElbo,
        Optional.ofNullable(columns.get(EvaluationGraph.DENOISING)).map(Estimate::of),
        model.evaluation().bound(),
        terms);
  }

  private static void addScaled(double[] sum, double[] values, double factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * values[i];
    }
  }
}
