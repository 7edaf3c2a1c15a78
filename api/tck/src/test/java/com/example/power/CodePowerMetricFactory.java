package com.example.power;

import dev.elbow.spi.Matrix;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.spi.MetricFactory;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.TrainedModel;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import java.util.List;

/** |z|^2 / d, averaged over the test examples: 1 where the codes follow N(0, I). */
public final class CodePowerMetricFactory implements MetricFactory<CodePowerMetricFactory.Options> {

  public record Options(
      @Doc("whether codes are sampled, or the posterior's means") @Default("true")
          boolean sampled) {}

  @Override
  public String name() {
    return "code-power";
  }

  @Override
  public String description() {
    return "The mean square of the codes";
  }

  @Override
  public Class<Options> optionsType() {
    return Options.class;
  }

  @Override
  public Metric create(Options options, PartContext context) {
    return model -> List.of(measure(model, options.sampled()));
  }

  private static Measurement measure(TrainedModel model, boolean sampled) {
    Matrix codes = sampled ? model.sampledCodes(model.test()) : model.codes(model.test());
    double[] powers = new double[codes.rows()];
    for (int r = 0; r < powers.length; r++) {
      for (float value : codes.row(r)) {
        powers[r] += value * value / codes.columns();
      }
    }
    return Measurement.mean("test.codePower", powers, "1").withSetting("sampled", sampled);
  }
}
