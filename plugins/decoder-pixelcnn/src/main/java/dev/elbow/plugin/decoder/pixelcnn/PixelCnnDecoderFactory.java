package dev.elbow.plugin.decoder.pixelcnn;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.DecoderFactory;
import dev.elbow.spi.InputException;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link PixelCnnDecoder} as {@code pixelcnn}. */
@Component(service = DecoderFactory.class)
@ServiceProvider(value = DecoderFactory.class, resolution = Resolution.OPTIONAL)
public final class PixelCnnDecoderFactory implements DecoderFactory<PixelCnnOptions> {

  @Override
  public String name() {
    return "pixelcnn";
  }

  @Override
  public String description() {
    return "Autoregressive likelihood, each pixel given z and the pixels before it (PixelCNN)";
  }

  @Override
  public Class<PixelCnnOptions> optionsType() {
    return PixelCnnOptions.class;
  }

  @Override
  public Decoder create(PixelCnnOptions options, PartContext context) {
    requireOdd("firstKernel", options.firstKernel());
    requireOdd("kernel", options.kernel());
    if (context.dataShape().isVector()) {
      throw new InputException(
          "DECODER-SHAPE",
          "a PixelCNN needs images (channels x height x width), found vectors of "
              + context.dataShape().width(),
          "",
          "Use image data, or the bernoulli or gaussian decoder.");
    }
    if (context.dataValues() == DataValues.REAL) {
      throw new InputException(
          "DECODER-DATA",
          "a PixelCNN needs pixels from 0 to 1, found real values",
          "",
          "Scale the data to 0..1, or use the gaussian decoder.");
    }
    return new PixelCnnDecoder(options, context.latentSize(), context.dataShape());
  }

  private static void requireOdd(String option, int kernel) {
    if (kernel % 2 == 0) {
      throw new InputException(
          "DECODER-KERNEL",
          "expected an odd %s, so that a window has a middle, found %d".formatted(option, kernel),
          "",
          "Use %d or %d.".formatted(kernel - 1, kernel + 1));
    }
  }
}
