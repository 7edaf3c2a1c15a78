package dev.elbow.plugin.decoder.gaussian;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.DecoderFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link GaussianDecoder} as {@code gaussian}. */
@Component(service = DecoderFactory.class)
@ServiceProvider(value = DecoderFactory.class, resolution = Resolution.OPTIONAL)
public final class GaussianDecoderFactory implements DecoderFactory<GaussianOptions> {

  @Override
  public String name() {
    return "gaussian";
  }

  @Override
  public String description() {
    return "Gaussian likelihood of each pixel, sigma fixed or learned";
  }

  @Override
  public Class<GaussianOptions> optionsType() {
    return GaussianOptions.class;
  }

  @Override
  public Decoder create(GaussianOptions options, PartContext context) {
    return new GaussianDecoder(options, context.latentSize(), context.dataShape());
  }
}
