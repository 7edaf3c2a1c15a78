package dev.elbow.plugin.decoder.laplace;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.DecoderFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link LaplaceDecoder} as {@code laplace}. */
@Component(service = DecoderFactory.class)
@ServiceProvider(value = DecoderFactory.class, resolution = Resolution.OPTIONAL)
public final class LaplaceDecoderFactory implements DecoderFactory<LaplaceOptions> {

  @Override
  public String name() {
    return "laplace";
  }

  @Override
  public String description() {
    return "Laplace likelihood of each pixel, absolute errors, scale fixed or learned";
  }

  @Override
  public Class<LaplaceOptions> optionsType() {
    return LaplaceOptions.class;
  }

  @Override
  public Decoder create(LaplaceOptions options, PartContext context) {
    return new LaplaceDecoder(options, context.latentSize(), context.dataShape());
  }
}
