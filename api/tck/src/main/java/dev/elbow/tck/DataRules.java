package dev.elbow.tck;

import dev.elbow.spi.Bound;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nd4j.linalg.api.buffer.DataType;

/** X1 and X2: what a decoder says of kinds of data, and whether it is true. */
final class DataRules {
  /** A batch of more examples would need much memory: there are 65,536 pairs of levels. */
  private static final int MOST_ROWS = 8192;

  private DataRules() {}

  static Feature featureOf(DataValues values) {
    return switch (values) {
      case BINARY -> Feature.BINARY_DATA;
      case UNIT_INTERVAL -> Feature.UNIT_INTERVAL_DATA;
      case REAL -> Feature.REAL_DATA;
    };
  }

  static void checkBounds(Decoder decoder, DataValues madeFor, Faults faults) {
    for (DataValues values : DataValues.values()) {
      Bound bound = decoder.bound(values);
      faults.unless(
          bound != null && !bound.reason().isBlank(),
          "made for %s data: expected an answer with a reason for %s data, found %s",
          madeFor,
          values,
          bound);
    }
  }

  static void checkNormalised(Subject<Decoder> subject, Scene<Decoder> scene, Faults faults) {
    DataValues values = scene.context().dataValues();
    if (!subject.part(scene.context()).bound(values).holds()) {
      return;
    }
    Bench bench = evaluation(subject, scene);
    Batch one = bench.batch(1, 141);
    Map<String, Double> totals = new TreeMap<>();
    Optional<Support> fitting =
        Support.fitting(
            Support.of(values),
            support -> {
              double total = total(bench, one, support);
              totals.put(support.label(), total);
              return total;
            });
    faults.unless(
        fitting.isPresent(),
        "%s: bound() says log-probability, but exp(-nll) adds up to %s, none of which is 1",
        scene.label(),
        totals);
  }

  /** A graph in evaluation: nothing there depends on the batch. */
  static Bench evaluation(Subject<Decoder> subject, Scene<Decoder> scene) {
    Bench bench = subject.bench(scene, DataType.DOUBLE, false);
    bench.parameters().moved(140);
    return bench;
  }

  static double total(Bench bench, Batch one, Support support) {
    Grid grid = support.grid(centre(bench, one));
    return grid.integralOfExp(logDensities(bench, one, grid));
  }

  static double[] logDensities(Bench bench, Batch one, Grid grid) {
    double[] densities = new double[grid.points().length];
    for (int from = 0; from < densities.length; from += MOST_ROWS) {
      int to = Math.min(from + MOST_ROWS, densities.length);
      Tensor points = Tensor.matrix(Arrays.copyOfRange(grid.points(), from, to));
      Batch batch = one.repeated(to - from).with(DecoderRules.X, points);
      double[] part = bench.run(batch, DecoderRules.NLL).map(nll -> -nll).values();
      System.arraycopy(part, 0, densities, from, part.length);
    }
    return densities;
  }

  static double[] centre(Bench bench, Batch one) {
    return bench.offers(DecoderRules.MEAN)
        ? bench.run(one, DecoderRules.MEAN).values()
        : one.get(DecoderRules.X).map(x -> 0.5).values();
  }
}
