package dev.elbow.tck.toy;

import dev.elbow.spi.InputException;
import dev.elbow.spi.Matrix;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.spi.MetricFactory;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.TrainedModel;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Metrics of the tests, right ones first. */
public final class ToyMetrics {
  private ToyMetrics() {}

  /** Without options. */
  abstract static class Base extends Toy<Metric> implements MetricFactory<NoOptions> {
    @Override
    Metric create(PartContext context) {
      return this::measure;
    }

    abstract List<Measurement> measure(TrainedModel model);
  }

  private static double[] firstCodes(TrainedModel model) {
    Matrix codes = model.sampledCodes(model.test());
    return IntStream.range(0, codes.rows()).mapToDouble(r -> codes.at(r, 0)).toArray();
  }

  private static Measurement meanCode(TrainedModel model) {
    return Measurement.mean("test.meanCode", firstCodes(model), "1");
  }

  /** A right one: the mean of the first code. */
  public static final class MeanCode extends Base {
    @Override
    List<Measurement> measure(TrainedModel model) {
      return List.of(meanCode(model));
    }
  }

  /** A right one: asks for labels, and says so. */
  public static final class Polite extends Base {
    @Override
    List<Measurement> measure(TrainedModel model) {
      int[] labels =
          model
              .test()
              .labels()
              .orElseThrow(
                  () -> new InputException("TOY-LABELS", "there are no labels", "", "add labels"));
      return List.of(Measurement.of("test.firstLabel", labels[0], "1"));
    }
  }

  /** A right one: an infinite value with its reason. */
  public static final class Explained extends Base {
    @Override
    List<Measurement> measure(TrainedModel model) {
      double nothing = Double.NEGATIVE_INFINITY;
      return List.of(
          Measurement.of("test.logOfNothing", nothing, "nats").withSetting("note", "log of 0"));
    }
  }

  /** Has nothing to say. */
  public static final class Silent extends Base {
    @Override
    List<Measurement> measure(TrainedModel model) {
      return List.of();
    }
  }

  /** Forgets the set, and says it twice. */
  public static final class BadlyNamed extends Base {
    @Override
    List<Measurement> measure(TrainedModel model) {
      Measurement unnamed = Measurement.of("Mean Code", 1, "1");
      return List.of(unnamed, unnamed);
    }
  }

  /** Has no unit, and a setting without a value. */
  public static final class WithoutUnit extends Base {
    @Override
    List<Measurement> measure(TrainedModel model) {
      return List.of(Measurement.of("test.code", 1, " ").withSetting("samples", ""));
    }
  }

  /** Is no number, and does not say why. */
  public static final class Unexplained extends Base {
    @Override
    List<Measurement> measure(TrainedModel model) {
      return List.of(Measurement.of("test.ratio", 1, "1").withComponents(List.of(Double.NaN)));
    }
  }

  /** The lower end of the interval lies above the value. */
  public static final class ElsewhereInterval extends Base {
    @Override
    List<Measurement> measure(TrainedModel model) {
      return List.of(Measurement.of("test.one", 1, "1").withInterval(2, 3));
    }
  }

  /** A negative standard error. */
  public static final class NegativeError extends Base {
    @Override
    List<Measurement> measure(TrainedModel model) {
      return List.of(Measurement.of("test.one", 1, "1").withStandardError(-1));
    }
  }

  /** Draws from a generator of its own. */
  public static final class Moody extends Base {
    @Override
    List<Measurement> measure(TrainedModel model) {
      return List.of(Measurement.of("test.mood", new Random().nextDouble(), "1"));
    }
  }

  /** Sorts what it is given. */
  public static final class Sorting extends Base {
    @Override
    List<Measurement> measure(TrainedModel model) {
      float[] codes = model.codes(model.test()).values();
      Arrays.sort(codes);
      return List.of(Measurement.of("test.median", codes[codes.length / 2], "1"));
    }
  }

  /** Takes labels for granted. */
  public static final class Presuming extends Base {
    @Override
    List<Measurement> measure(TrainedModel model) {
      int label = model.test().labels().orElseThrow()[0];
      return List.of(Measurement.of("test.firstLabel", label, "1"));
    }
  }

  /** Divides by n, where the standard error is over the root of n. */
  public static final class TooSure extends Base {
    @Override
    List<Measurement> measure(TrainedModel model) {
      Measurement mean = meanCode(model);
      double root = Math.sqrt(model.test().size());
      return List.of(mean.withStandardError(mean.standardError().orElse(0) / root));
    }
  }

  /** A factor of the mean code. */
  public record Scaled(@Doc("what the mean is multiplied by") @Default("1.0") double factor) {}

  /** Does not say which factor it took. */
  public static final class Secretive implements MetricFactory<Scaled> {
    @Override
    public String name() {
      return "toy";
    }

    @Override
    public String description() {
      return "A part of the tests";
    }

    @Override
    public Class<Scaled> optionsType() {
      return Scaled.class;
    }

    @Override
    public Metric create(Scaled options, PartContext context) {
      return model ->
          List.of(Measurement.of("test.code", options.factor() * meanCode(model).value(), "1"));
    }
  }
}
