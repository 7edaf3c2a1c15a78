package dev.elbow.plugin.decoder.pixelcnn;

import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Which features of a pixel may see which others of the same pixel. Its channels follow one
 * another, red, green, blue; feature f belongs to channel {@code f mod channels} and knows the
 * channels before that one.
 */
final class ChannelOrder {
  private final int channels;

  ChannelOrder(int channels) {
    this.channels = channels;
  }

  int channels() {
    return channels;
  }

  /** Whether a pixel's channel sees another one of the same pixel. */
  boolean hasSeveral() {
    return channels > 1;
  }

  /** Mask A: from the image to the gates of the first layer, each sees the channels before. */
  INDArray imageToGates(int filters) {
    return mask(
        channels, i -> i, 2 * filters, o -> o % filters % channels, (from, to) -> from < to);
  }

  /**
   * Mask B: from features to features of a like or later channel; empty if there is one channel.
   */
  Optional<INDArray> featuresToGates(int filters) {
    return sameOrLater(filters, 2 * filters, o -> o % filters % channels);
  }

  /** Mask B from features to features. */
  Optional<INDArray> features(int filters) {
    return sameOrLater(filters, filters, o -> o % channels);
  }

  /** Mask B from features to the logits, which are grouped by channel. */
  Optional<INDArray> featuresToLogits(int filters, int levels) {
    return sameOrLater(filters, channels * levels, o -> o / levels);
  }

  private Optional<INDArray> sameOrLater(int inputs, int outputs, IntUnaryOperator channelOf) {
    return hasSeveral()
        ? Optional.of(mask(inputs, i -> i % channels, outputs, channelOf, (from, to) -> from <= to))
        : Optional.empty();
  }

  private interface Sees {
    boolean test(int from, int to);
  }

  private static INDArray mask(
      int inputs,
      IntUnaryOperator channelOfInput,
      int outputs,
      IntUnaryOperator channelOfOutput,
      Sees sees) {
    INDArray mask = Nd4j.zeros(inputs, outputs);
    for (int i = 0; i < inputs; i++) {
      for (int o = 0; o < outputs; o++) {
        if (sees.test(channelOfInput.applyAsInt(i), channelOfOutput.applyAsInt(o))) {
          mask.putScalar(i, o, 1);
        }
      }
    }
    return mask;
  }
}
