package dev.elbow.tck;

import dev.elbow.spi.Bound;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import org.nd4j.linalg.api.buffer.DataType;

/** X1 and X2: what a decoder says of kinds of data, and whether it is true. */
final class DataRules {
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

  static void checkNormalised(Likelihood.Search search, String where, Faults faults) {
    faults.unless(
        search.normalised().isPresent(),
        "%s: bound() says log-probability, but exp(-nll) adds up to %s, none of which is 1",
        where,
        search.totals());
  }

  /** A graph in evaluation: nothing there depends on the batch. */
  static Bench evaluation(Subject<Decoder> subject, Scene<Decoder> scene) {
    Bench bench = subject.bench(scene, DataType.DOUBLE, false);
    bench.parameters().moved(140);
    return bench;
  }
}
