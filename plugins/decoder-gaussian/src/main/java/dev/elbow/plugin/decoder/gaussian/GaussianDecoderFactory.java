package dev.elbow.plugin.decoder.gaussian;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.DecoderFactory;
import dev.elbow.spi.InputException;
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
    return "Gaussian likelihood of each pixel, sigma fixed, learned, optimal or per pixel";
  }

  @Override
  public Class<GaussianOptions> optionsType() {
    return GaussianOptions.class;
  }

  @Override
  public Decoder create(GaussianOptions options, PartContext context) {
    return new GaussianDecoder(
        options.network(),
        options.mean(),
        likelihood(options, context.dataShape().features()),
        context.latentSize(),
        context.dataShape());
  }

  private static Likelihood likelihood(GaussianOptions options, int features) {
    return switch (options.variance()) {
      case FIXED -> new FixedVariance(options.sigma(), features);
      case SHARED -> new SharedVariance(options.sigma(), features);
      case OPTIMAL -> new OptimalVariance(running(options, features));
      case PER_PIXEL -> new PerPixelVariance(running(options, features), options.perPixelFrom());
    };
  }

  private static RunningVariance running(GaussianOptions options, int features) {
    if (options.sigma() <= options.floor()) {
      throw new InputException(
          "DECODER-SIGMA",
          "expected sigma, the start, above the floor %s, found %s"
              .formatted(options.floor(), options.sigma()),
          "",
          "Raise sigma or lower the floor.");
    }
    return new RunningVariance(options.sigma(), options.floor(), features);
  }
}
