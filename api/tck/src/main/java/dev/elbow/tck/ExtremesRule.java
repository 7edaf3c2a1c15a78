package dev.elbow.tck;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;

/** C9. */
final class ExtremesRule {
  private static final double[] LEVELS = {-1e3, -50, 0, 50, 1e3};

  private ExtremesRule() {}

  static <P> void check(Subject<P> subject, Scene<P> scene) {
    Faults faults = new Faults();
    for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
      Bench bench = subject.bench(scene, type, true);
      bench.parameters().moved(4);
      for (int turn = 0; turn < 2; turn++) {
        check(bench, extremes(bench, turn), type, faults);
      }
    }
    faults.report();
  }

  /** Rows of equal and of alternating numbers; in the second turn each input has another level. */
  private static Batch extremes(Bench bench, int turn) {
    int rows = LEVELS.length + 2;
    Batch batch = bench.batch(rows, 41);
    int shift = 0;
    for (String name : bench.differentiatedInputs()) {
      int width = batch.get(name).width();
      int by = shift;
      double[][] levels =
          IntStream.range(0, rows)
              .map(row -> (row + by) % rows)
              .mapToObj(row -> IntStream.range(0, width).mapToDouble(c -> level(row, c)).toArray())
              .toArray(double[][]::new);
      batch = batch.with(name, Tensor.matrix(levels));
      shift += turn;
    }
    return batch;
  }

  private static double level(int row, int column) {
    if (row < LEVELS.length) {
      return LEVELS[row];
    }
    return (row + column) % 2 == 0 ? 1e3 : -1e3;
  }

  private static void check(Bench bench, Batch batch, DataType type, Faults faults) {
    bench
        .run(batch)
        .forEach(
            (name, result) -> report(name, result, "'" + name + "'", bench, batch, type, faults));
    if (!bench.hasLoss(Output.Kind.VALUE)) {
      return;
    }
    List<String> by =
        IntStream.range(0, 2)
            .mapToObj(i -> i == 0 ? bench.parameters().names() : bench.differentiatedInputs())
            .flatMap(List::stream)
            .toList();
    Map<String, Tensor> gradients = bench.gradients(Output.Kind.VALUE, batch, by);
    gradients.forEach(
        (name, gradient) ->
            report(name, gradient, "the gradient by '" + name + "'", bench, batch, type, faults));
  }

  private static void report(
      String name,
      Tensor result,
      String what,
      Bench bench,
      Batch batch,
      DataType type,
      Faults faults) {
    if (result.isFinite()) {
      return;
    }
    boolean perRow = result.shape().length > 0 && result.rows() == batch.rows();
    int row = perRow ? firstBadRow(result) : -1;
    String at = row < 0 ? "some row" : shown(bench, batch, row);
    faults.unless(false, "%s in %s is not finite at %s", what, type, at);
  }

  private static int firstBadRow(Tensor result) {
    return IntStream.range(0, result.rows())
        .filter(row -> !result.select(row).isFinite())
        .findFirst()
        .orElse(-1);
  }

  private static String shown(Bench bench, Batch batch, int row) {
    StringBuilder text = new StringBuilder();
    for (String name : bench.differentiatedInputs()) {
      double[] values = batch.get(name).rowValues(row);
      text.append(name).append(" = [").append(values[0]);
      text.append(values.length > 1 ? ", " + values[1] + ", ...] " : "] ");
    }
    return text.toString().strip();
  }
}
