package dev.elbow.engine.evaluation;

import dev.elbow.data.Batch;
import dev.elbow.data.Split;
import dev.elbow.engine.model.EvaluationGraph;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.TrainingGraph;
import dev.elbow.engine.model.TrainingGraph.TermInfo;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.execution.ForwardRunner;
import dev.elbow.graph.execution.Results;
import dev.elbow.spi.ExampleScores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
    List<String> names = outputs(model.evaluation());
    return summary(model, columns(model, split, names, new Position(0, seed, epoch, 0)), epoch);
  }

  /**
   * Reconstruction and KL of every example of the split.
   *
   * @param epoch completed epochs, for a decoder whose phases depend on it
   * @param draw which sample z of each posterior; 0 is that of {@link #evaluate}
   */
  public ExampleScores scores(ModelGraphs model, Split split, long seed, double epoch, int draw) {
    EvaluationGraph graph = model.evaluation();
    List<String> names = new ArrayList<>(List.of(EvaluationGraph.NEGATIVE_LOG_LIKELIHOOD));
    graph.kl().ifPresent(kind -> names.add(EvaluationGraph.KL));
    Map<String, Column> columns = columns(model, split, names, new Position(0, seed, epoch, draw));
    return new ExampleScores(
        columns.get(EvaluationGraph.NEGATIVE_LOG_LIKELIHOOD).values(),
        Optional.ofNullable(columns.get(EvaluationGraph.KL)).map(Column::values),
        graph.bound());
  }

  private static Map<String, Column> columns(
      ModelGraphs model, Split split, List<String> names, Position at) {
    Map<String, Column.Builder> columns = new LinkedHashMap<>();
    names.forEach(name -> columns.put(name, new Column.Builder(split.size())));
    ForwardRunner runner = model.runners().of(model.evaluation().graph(), names);
    runner.run(
        (split.size() + BATCH - 1) / BATCH,
        i -> job(model, split, at.of(i)),
        (i, results) ->
            columns.forEach(
                (name, column) -> put(column, i * BATCH, results, name, sizeOf(split, i))));
    Map<String, Column> scored = new LinkedHashMap<>();
    columns.forEach((name, column) -> scored.put(name, column.build()));
    return scored;
  }

  private record Position(int batch, long seed, double epoch, int draw) {
    Position of(int other) {
      return new Position(other, seed, epoch, draw);
    }

    /** Each draw has noise of its own. */
    String purpose(String set) {
      return "evaluate/" + set + (draw == 0 ? "" : "/draw-" + draw);
    }
  }

  private static List<String> outputs(EvaluationGraph graph) {
    List<String> names = new ArrayList<>();
    names.add(EvaluationGraph.NEGATIVE_LOG_LIKELIHOOD);
    graph.kl().ifPresent(kind -> names.add(EvaluationGraph.KL));
    if (graph.graph().sameDiff().hasVariable(EvaluationGraph.DENOISING)) {
      names.add(EvaluationGraph.DENOISING);
    }
    graph.terms().forEach(term -> names.addAll(List.of(term.output(), term.loss())));
    return names;
  }

  private static int sizeOf(Split split, int batch) {
    return Math.min(BATCH, split.size() - batch * BATCH);
  }

  private static ForwardRunner.Job job(ModelGraphs model, Split split, Position at) {
    int first = at.batch * BATCH;
    int size = sizeOf(split, at.batch);
    Batch batch = split.batch(IntStream.range(first, first + size).toArray(), 0);
    Feeds feeds =
        new Feeds(model.evaluation().graph())
            .put(TrainingGraph.X, batch.pixels(), size, model.parts().shape().features())
            .epoch(at.epoch)
            .noise(size, at.seed, at.purpose(split.name()), at.batch);
    return new ForwardRunner.Job(feeds, size);
  }

  /** A scalar is a figure of the whole batch. */
  private static void put(
      Column.Builder column, int first, Results results, String name, int size) {
    if (results.isScalar(name)) {
      column.put(first, results.scalar(name), size);
    } else {
      column.put(first, results.doubles(name));
    }
  }

  private static Evaluation summary(ModelGraphs model, Map<String, Column> columns, double epoch) {
    Column nll = columns.get(EvaluationGraph.NEGATIVE_LOG_LIKELIHOOD);
    Optional<Column> kl = Optional.ofNullable(columns.get(EvaluationGraph.KL));
    Column objective = nll;
    List<TermEstimate> terms = new ArrayList<>();
    List<TermInfo> infos = model.evaluation().terms();
    for (int i = 0; i < infos.size(); i++) {
      TermInfo term = infos.get(i);
      double weight = model.parts().objective().get(i).weight().at(epoch);
      Column loss = columns.get(term.loss());
      Estimate reported = columns.get(term.output()).estimate(BATCH);
      terms.add(new TermEstimate(term, weight, reported, loss.estimate(BATCH)));
      objective = weight == 0 ? objective : objective.plus(weight, loss);
    }
    return new Evaluation(
        objective.estimate(BATCH),
        nll.estimate(BATCH),
        kl.map(values -> values.estimate(BATCH)),
        kl.map(values -> nll.plus(1, values).estimate(BATCH)),
        Optional.ofNullable(columns.get(EvaluationGraph.DENOISING)).map(c -> c.estimate(BATCH)),
        model.evaluation().bound(),
        terms);
  }
}
