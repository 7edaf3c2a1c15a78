package dev.elbow.engine.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Each flow's stated log-determinant against that of its numeric Jacobian, at the points and with
 * the parameters that the model uses it with.
 */
final class FlowCheck {
  private static final String WHAT = "stated log-determinant, and that of the numeric Jacobian";
  private static final int ROWS = 20_000;
  private static final int MOST = 32;
  private static final int FEWEST = 4;

  private final LatentGraph graph;
  private final RowRunner runner;
  private final NoiseLayout noise;
  private final List<FlowCall> calls;
  private final int latent;
  private final long seed;

  FlowCheck(AuditModel model, double epoch, long seed) {
    this.graph = model.watched();
    this.runner = new RowRunner(graph.graph(), epoch);
    this.noise = new NoiseLayout(graph.noises());
    this.calls = model.flows();
    this.latent = model.parts().latent();
    this.seed = seed;
  }

  /** One check for each place of a flow; that of the worst use if there are several. */
  List<Check> check(double[][] all) {
    Map<String, Check> byTerm = new LinkedHashMap<>();
    double[][] parameters = Arrays.copyOf(all, points(all.length));
    double[][] vectors = noise.draw(seed, "flows", parameters.length);
    for (FlowCall call : calls) {
      Check check = check(call, parameters, vectors);
      byTerm.merge(call.term(), check, (first, next) -> passed(first) ? next : first);
    }
    return new ArrayList<>(byTerm.values());
  }

  private static boolean passed(Check check) {
    return check.outcome() == Check.Outcome.PASSED;
  }

  private int points(int available) {
    return Math.min(available, Math.max(FEWEST, Math.min(MOST, ROWS / (4 * latent))));
  }

  private Check check(FlowCall call, double[][] parameters, double[][] vectors) {
    double[][] still = new double[parameters.length][latent];
    double[] stated = Sampler.column(run(call, call.logDeterminant(), parameters, vectors, still));
    NumericLogDeterminant map =
        NumericLogDeterminant.of(
            (points, shifts) ->
                run(
                    call,
                    call.z(),
                    Sampler.select(parameters, points),
                    Sampler.select(vectors, points),
                    shifts),
            still);
    int[] reliable = IntStream.range(0, stated.length).filter(i -> map.reliable()[i]).toArray();
    if (reliable.length < stated.length / 2) {
      return Check.unchecked(call.term(), WHAT, "too rough for a numeric Jacobian at these points");
    }
    double[] said = Arrays.stream(reliable).mapToDouble(i -> stated[i]).toArray();
    double[] found = Arrays.stream(reliable).mapToDouble(i -> map.values()[i]).toArray();
    return Comparison.exact(call.term() + ": log |det|", WHAT, said, found).named(call.term());
  }

  private double[][] run(
      FlowCall call, String output, double[][] parameters, double[][] vectors, double[][] shifts) {
    Map<String, double[][]> inputs = new LinkedHashMap<>();
    inputs.put(LatentGraph.PARAMETERS, parameters);
    inputs.putAll(noise.inputs(vectors));
    double[][] none = new double[shifts.length][latent];
    calls.forEach(other -> inputs.put(other.shift(), other == call ? shifts : none));
    return runner.rows(inputs, output);
  }
}
