package dev.elbow.engine.diagnosis;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.data.Split;
import dev.elbow.engine.evaluation.Generator;
import dev.elbow.engine.model.EvaluationGraph;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.execution.Results;
import dev.elbow.runs.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Takes the vitals of a model: two batches through the encoder. */
public final class VitalsReader {
  private static final int EXAMPLES = 1000;
  private static final int DECODED = 100;

  /** The threshold of Burda, Grosse and Salakhutdinov, 2016. */
  private static final double ACTIVE = 0.01;

  private final Generator generator = new Generator();

  /** The vitals of the first examples of a split. */
  public Vitals read(ModelGraphs model, Split split, double epoch, double gradientNorm) {
    Split few = split.first(Math.min(EXAMPLES, split.size()));
    Map<String, Tensor> read = generator.outputs(model, few, few.size(), outputs(model));
    Tensor codes = read.get(EvaluationGraph.CODE);
    double[] variances = variances(codes);
    boolean scaled = model.evaluation().offers(EvaluationGraph.LOG_DENSITY);
    int active = (int) Arrays.stream(variances).filter(v -> v > ACTIVE).count();
    return new Vitals(
        scaled ? OptionalInt.of(active) : OptionalInt.empty(),
        Optional.ofNullable(read.get(EvaluationGraph.MARGINAL_KL))
            .map(VitalsReader::rowSum)
            .stream()
            .mapToDouble(Double::doubleValue)
            .findFirst(),
        largestDeviation(Optional.ofNullable(read.get(EvaluationGraph.LOG_VARIANCE))),
        scale(codes),
        decoderSigma(model, codes, epoch),
        gradientNorm);
  }

  /** The encoder runs once for all of them. */
  private static List<String> outputs(ModelGraphs model) {
    return Stream.of(
            EvaluationGraph.CODE, EvaluationGraph.MARGINAL_KL, EvaluationGraph.LOG_VARIANCE)
        .filter(model.evaluation()::offers)
        .toList();
  }

  /** What an earlier session wrote; empty if the line has none. */
  public static Optional<Vitals> read(ObjectNode line, String key) {
    return line.path(key) instanceof ObjectNode json
        ? Optional.of(Vitals.of(json))
        : Optional.empty();
  }

  private static double[] variances(Tensor codes) {
    int rows = (int) codes.shape()[0];
    int columns = (int) codes.shape()[1];
    double[] means = new double[columns];
    double[] squares = new double[columns];
    for (int i = 0; i < rows * columns; i++) {
      means[i % columns] += codes.data()[i] / (double) rows;
    }
    for (int i = 0; i < rows * columns; i++) {
      double off = codes.data()[i] - means[i % columns];
      squares[i % columns] += off * off / rows;
    }
    return squares;
  }

  private static double rowSum(Tensor matrix) {
    double sum = 0;
    for (float value : matrix.data()) {
      sum += value;
    }
    return sum / matrix.shape()[0];
  }

  private static OptionalDouble largestDeviation(Optional<Tensor> logVariances) {
    if (logVariances.isEmpty()) {
      return OptionalDouble.empty();
    }
    Tensor logs = logVariances.get();
    int columns = (int) logs.shape()[1];
    double[] means = new double[columns];
    for (int i = 0; i < logs.data().length; i++) {
      means[i % columns] += Math.exp(0.5 * logs.data()[i]) / logs.shape()[0];
    }
    return Arrays.stream(means).max();
  }

  private static double scale(Tensor codes) {
    double squares = 0;
    for (float value : codes.data()) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares / codes.data().length);
  }

  private static OptionalDouble decoderSigma(ModelGraphs model, Tensor codes, double epoch) {
    BuiltGraph graph = model.decoding();
    if (!graph.sameDiff().hasVariable(ModelGraphs.DEVIATION)) {
      return OptionalDouble.empty();
    }
    int rows = (int) Math.min(DECODED, codes.shape()[0]);
    int columns = (int) codes.shape()[1];
    float[] z = Arrays.copyOf(codes.data(), rows * columns);
    Feeds feeds = new Feeds(graph).put(ModelGraphs.Z, z, rows, columns).epoch(epoch);
    Results results = model.runners().of(graph, List.of(ModelGraphs.DEVIATION)).run(feeds, rows);
    double sum = 0;
    float[] sigmas = results.floats(ModelGraphs.DEVIATION);
    for (float sigma : sigmas) {
      sum += sigma;
    }
    return OptionalDouble.of(sum / sigmas.length);
  }
}
