package dev.elbow.plugin.decoder.pixelcnn;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Noise;
import dev.elbow.spi.StepwiseSampling;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Draws one channel of one pixel a step, from the logits of that pixel alone: {@link Window}
 * computes them from the pixels that it depends on, to the same values as the whole image would
 * give.
 */
final class PixelSampling implements StepwiseSampling {
  private final PixelCnnDecoder decoder;
  private final DataShape data;
  private final Pixels pixels;
  private final int reach;

  PixelSampling(PixelCnnDecoder decoder, DataShape data, Pixels pixels, int reach) {
    this.decoder = decoder;
    this.data = data;
    this.pixels = pixels;
    this.reach = reach;
  }

  @Override
  public int steps() {
    return data.features();
  }

  @Override
  public SDVariable step(Graph graph, SDVariable partial, SDVariable output, SDVariable step) {
    PixelPlace place = PixelPlace.of(step, data);
    SDVariable logits = logits(graph, partial, output, place);
    SDVariable value = pixels.draw(graph, logits, graph.noise("pixel", Noise.UNIFORM, 1));
    SDVariable chosen = chosen(graph, place);
    return partial.mul(chosen.rsub(1)).add(value.mul(chosen));
  }

  /** The logits of the step's channel, {@code [batch, levels]}. */
  SDVariable logits(Graph graph, SDVariable partial, SDVariable output, PixelPlace place) {
    SameDiff sd = graph.sameDiff();
    Plane image = Plane.ofData(partial, data.height(), data.width(), data.channels());
    SDVariable all = decoder.logits(graph, new Window(place, reach), image, output);
    if (data.channels() == 1) {
      return all;
    }
    SDVariable byChannel = sd.reshape(all, -1, data.channels(), pixels.levels());
    SDVariable channel = sd.reshape(place.channel(), 1).castTo(DataType.INT32);
    return sd.reshape(sd.gather(byChannel, channel, 1), -1, pixels.levels());
  }

  /** 1 at the step's feature, otherwise 0: {@code [1, features]}. */
  private SDVariable chosen(Graph graph, PixelPlace place) {
    SDVariable numbers =
        graph.constant("numbers", Nd4j.arange(data.features()).reshape(1, data.features()));
    return numbers.eq(place.feature()).castTo(graph.dataType());
  }
}
