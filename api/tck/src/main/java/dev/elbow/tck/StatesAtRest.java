package dev.elbow.tck;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a graph's states end if training goes on with one batch for ever and moves nothing else.
 */
final class StatesAtRest {
  private static final double TOLERANCE = 1e-8;

  private StatesAtRest() {}

  /**
   * Sets them. A running average {@code s <- m s + (1 - m) v} is at rest in v: of any three values
   * in a row, Aitken's extrapolation finds it.
   *
   * @return false, with states unchanged, if they do not come to rest, as a counter does not
   */
  static boolean reach(Bench training, Batch batch) {
    Map<String, Tensor> first = training.states();
    Map<String, Tensor> second = after(training, batch, first);
    Map<String, Tensor> third = after(training, batch, second);
    Map<String, Tensor> rest = new LinkedHashMap<>();
    first.forEach((name, s) -> rest.put(name, extrapolated(s, second.get(name), third.get(name))));
    Map<String, Tensor> again = after(training, batch, rest);
    boolean atRest = rest.keySet().stream().allMatch(n -> close(rest.get(n), again.get(n)));
    training.parameters().set(atRest ? rest : first);
    return atRest;
  }

  private static Map<String, Tensor> after(
      Bench training, Batch batch, Map<String, Tensor> states) {
    training.parameters().set(states);
    return training.updatedStates(batch);
  }

  private static Tensor extrapolated(Tensor a, Tensor b, Tensor c) {
    double[] rest = c.values().clone();
    for (int i = 0; i < rest.length; i++) {
      double step = b.values()[i] - a.values()[i];
      double bend = c.values()[i] - b.values()[i] - step;
      if (bend != 0) {
        rest[i] = a.values()[i] - step * step / bend;
      }
    }
    return new Tensor(a.shape(), rest);
  }

  private static boolean close(Tensor rest, Tensor again) {
    return rest.plus(again, -1).largest() <= TOLERANCE * Math.max(1, rest.largest());
  }
}
