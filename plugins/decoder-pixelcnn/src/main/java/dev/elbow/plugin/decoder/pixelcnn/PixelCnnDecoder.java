package dev.elbow.plugin.decoder.pixelcnn;

import dev.elbow.plugin.decoder.pixelcnn.PixelCnnOptions.Likelihood;
import dev.elbow.spi.Bound;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.Graph;
import dev.elbow.spi.StepwiseSampling;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The autoregressive likelihood of an image, pixels in raster order and the channels of a pixel one
 * after the other:
 *
 * <pre>-log p(x|z) = sum_i -log p(x_i | x_0, ..., x_(i-1), z)</pre>
 *
 * <p>Every factor is a Bernoulli, or a categorical distribution over 256 levels, whose logits gated
 * masked convolutions compute from the pixels before. z shifts each layer's gates by {@code V z};
 * or a network makes of it an image of features, which each layer sees by the pixel.
 *
 * <p>There is no closed form of E[x|z], and samples are drawn one channel of one pixel at a time.
 *
 * <p>Source: van den Oord et al., Conditional Image Generation with PixelCNN Decoders, 2016.
 */
final class PixelCnnDecoder implements Decoder {
  private final PixelCnnOptions options;
  private final DataShape latent;
  private final DataShape data;
  private final DataShape maps;
  private final Pixels pixels;
  private final Stacks stacks;

  PixelCnnDecoder(PixelCnnOptions options, int latentSize, DataShape data) {
    this.options = options;
    this.latent = DataShape.vector(latentSize);
    this.data = data;
    this.maps = new DataShape(options.maps(), data.height(), data.width());
    this.pixels =
        options.likelihood() == Likelihood.BERNOULLI
            ? new BernoulliPixels()
            : new CategoricalPixels();
    this.stacks = new Stacks(options, new ChannelOrder(data.channels()), pixels.levels());
  }

  /** What z adds to the gates of both stacks in each layer, or the image of features. */
  @Override
  public int outputWidth() {
    return options.network().isPresent()
        ? maps.features()
        : Math.multiplyExact(options.layers(), 4 * options.filters());
  }

  @Override
  public SDVariable output(Graph graph, SDVariable z) {
    return options
        .network()
        .map(network -> network.apply(graph.scope("network"), z, latent, maps))
        .orElseGet(() -> graph.linear("condition", z, latent.features(), outputWidth()));
  }

  @Override
  public SDVariable negativeLogLikelihood(Graph graph, SDVariable x, SDVariable output) {
    Plane image = Plane.ofData(x, data.height(), data.width(), data.channels());
    SDVariable logits = logits(graph, new WholeImage(), image, output);
    SDVariable values = graph.sameDiff().reshape(image.image(), -1, 1);
    SDVariable each = pixels.negativeLogLikelihood(graph, values, logits);
    return graph.sumPerExample(graph.sameDiff().reshape(each, -1, data.features()));
  }

  /**
   * The logits of each channel of the frame's pixels.
   *
   * @param image whole
   * @return {@code [batch x pixels x channels, levels]}
   */
  SDVariable logits(Graph graph, Frame frame, Plane image, SDVariable output) {
    Plane seen = frame.covered(image);
    Plane logits = stacks.logits(graph, frame, seen, condition(frame, output));
    return data.channels() == 1
        ? logits.rows()
        : graph.sameDiff().reshape(logits.rows(), -1, pixels.levels());
  }

  private Condition condition(Frame frame, SDVariable output) {
    if (options.network().isEmpty()) {
      return Condition.everywhere(output);
    }
    Plane whole = Plane.ofData(output, data.height(), data.width(), maps.channels());
    return Condition.byPixel(frame.covered(whole), frame);
  }

  @Override
  public Optional<SDVariable> mean(Graph graph, SDVariable output) {
    return Optional.empty();
  }

  @Override
  public Optional<SDVariable> sample(Graph graph, SDVariable output) {
    return Optional.empty();
  }

  @Override
  public Optional<StepwiseSampling> stepwise() {
    return Optional.of(new PixelSampling(this, data, pixels, stacks.reach()));
  }

  @Override
  public Bound bound(DataValues values) {
    return pixels.bound(values);
  }
}
