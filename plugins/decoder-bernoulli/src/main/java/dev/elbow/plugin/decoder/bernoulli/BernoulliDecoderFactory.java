package dev.elbow.plugin.decoder.bernoulli;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.DecoderFactory;
import dev.elbow.spi.InputException;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link BernoulliDecoder} as {@code bernoulli}. */
@Component(service = DecoderFactory.class)
@ServiceProvider(value = DecoderFactory.class, resolution = Resolution.OPTIONAL)
public final class BernoulliDecoderFactory implements DecoderFactory<BernoulliOptions> {

  @Override
  public String name() {
    return "bernoulli";
  }

  @Override
  public String description() {
    return "Bernoulli likelihood of each pixel, on logits";
  }

  @Override
  public Class<BernoulliOptions> optionsType() {
    return BernoulliOptions.class;
  }

  @Override
  public Decoder create(BernoulliOptions options, PartContext context) {
    if (context.dataValues() == DataValues.REAL) {
      throw new InputException(
          "DECODER-DATA",
          "a Bernoulli likelihood needs data from 0 to 1, found real values",
          "",
          "Scale or binarise the data, or use the gaussian decoder.");
    }
    return new BernoulliDecoder(options.network(), context.latentSize(), context.dataShape());
  }
}
