package dev.elbow.plugin.decoder.pixelcnn;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.plugin.decoder.pixelcnn.PixelCnnOptions.Likelihood;
import dev.elbow.spi.DataShape;
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
    requireImage(context.dataShape());
    requireValues(options.likelihood(), context.dataValues());
    return new PixelCnnDecoder(options, context.latentSize(), context.dataShape());
  }

  private static void requireImage(DataShape shape) {
    if (shape.isVector()) {
      throw new InputException(
          "DECODER-SHAPE",
          "a PixelCNN needs images (channels x height x width), found vectors of " + shape,
          "",
          "Use image data, or another decoder, such as bernoulli or gaussian.");
    }
  }

  private static void requireValues(Likelihood likelihood, DataValues values) {
    if (values == DataValues.REAL) {
      throw new InputException(
          "DECODER-DATA",
          "a PixelCNN needs pixels from 0 to 1, found real values",
          "",
          "Scale the data to 0..1, or use the gaussian decoder.");
    }
    if (likelihood == Likelihood.CATEGORICAL && values == DataValues.BINARY) {
      throw new InputException(
          "DECODER-DATA",
          "a categorical PixelCNN needs grey levels from 0 to 255, divided by 255; found zeros and"
              + " ones alone",
          "",
          "Use images that are not binarised, or likelihood: bernoulli.");
    }
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
