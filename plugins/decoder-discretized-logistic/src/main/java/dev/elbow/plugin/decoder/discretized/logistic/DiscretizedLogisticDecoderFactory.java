package dev.elbow.plugin.decoder.discretized.logistic;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.DecoderFactory;
import dev.elbow.spi.InputException;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link DiscretizedLogisticDecoder} as {@code discretized-logistic}. */
@Component(service = DecoderFactory.class)
@ServiceProvider(value = DecoderFactory.class, resolution = Resolution.OPTIONAL)
public final class DiscretizedLogisticDecoderFactory
    implements DecoderFactory<DiscretizedLogisticOptions> {

  @Override
  public String name() {
    return "discretized-logistic";
  }

  @Override
  public String description() {
    return "Probabilities of 8-bit pixels: a logistic distribution in 256 levels";
  }

  @Override
  public Class<DiscretizedLogisticOptions> optionsType() {
    return DiscretizedLogisticOptions.class;
  }

  @Override
  public Decoder create(DiscretizedLogisticOptions options, PartContext context) {
    if (context.dataValues() != DataValues.UNIT_INTERVAL) {
      throw new InputException(
          "DECODER-DATA",
          "a discretised logistic likelihood needs grey levels from 0 to 255, divided by 255; found "
              + (context.dataValues() == DataValues.REAL ? "real values" : "zeros and ones alone"),
          "",
          "Use images that are not binarised, or another decoder: bernoulli for zeros and ones,"
              + " gaussian or laplace for real values.");
    }
    return new DiscretizedLogisticDecoder(options, context.latentSize(), context.dataShape());
  }
}
