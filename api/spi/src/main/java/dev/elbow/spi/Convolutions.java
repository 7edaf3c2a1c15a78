package dev.elbow.spi;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.DeConv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;

/**
 * {@link Convolution}s of ND4J's operations; images are {@code [batch, channels, rows, columns]}.
 */
final class Convolutions {
  private Convolutions() {}

  static SDVariable apply(Graph graph, SDVariable x, Convolution convolution) {
    return convolution.transposed()
        ? transposed(graph, x, convolution)
        : strided(graph, x, convolution);
  }

  private static SDVariable strided(Graph graph, SDVariable x, Convolution c) {
    Conv2DConfig config =
        Conv2DConfig.builder()
            .kH(c.kernel())
            .kW(c.kernel())
            .sH(c.stride())
            .sW(c.stride())
            .paddingMode(PaddingMode.SAME)
            .build();
    SDVariable weight = weight(graph, c, c.from().channels(), c.to().channels());
    return c.bias()
        ? graph.sameDiff().cnn.conv2d(x, weight, bias(graph, c), config)
        : graph.sameDiff().cnn.conv2d(x, weight, config);
  }

  /**
   * With as many pixels cropped on both sides as the strided convolution pads before the image; the
   * one pixel that it may pad more behind is then cut off. ND4J's "same" mode knows only multiples
   * of the stride, where the strided convolution pads differently.
   */
  private static SDVariable transposed(Graph graph, SDVariable x, Convolution c) {
    DataShape to = c.to();
    DeConv2DConfig config =
        DeConv2DConfig.builder()
            .kH(c.kernel())
            .kW(c.kernel())
            .sH(c.stride())
            .sW(c.stride())
            .pH(c.paddingBefore(to.height()))
            .pW(c.paddingBefore(to.width()))
            .build();
    SDVariable weight = weight(graph, c, to.channels(), c.from().channels());
    SDVariable y =
        c.bias()
            ? graph.sameDiff().cnn.deconv2d(x, weight, bias(graph, c), config)
            : graph.sameDiff().cnn.deconv2d(x, weight, config);
    return cropped(graph.sameDiff(), y, c);
  }

  private static SDVariable cropped(SameDiff sameDiff, SDVariable y, Convolution c) {
    DataShape to = c.to();
    boolean fits =
        size(c, c.from().height(), to.height()) == to.height()
            && size(c, c.from().width(), to.width()) == to.width();
    int[] begin = {0, 0, 0, 0};
    int[] extents = {-1, to.channels(), to.height(), to.width()};
    return fits ? y : sameDiff.slice(y, begin, extents);
  }

  /** What ND4J's transposed convolution gives. */
  private static int size(Convolution c, int from, int to) {
    return (from - 1) * c.stride() + c.kernel() - 2 * c.paddingBefore(to);
  }

  private static SDVariable weight(Graph graph, Convolution c, int third, int fourth) {
    return graph.parameter("weight", start(c), c.kernel(), c.kernel(), third, fourth);
  }

  private static SDVariable bias(Graph graph, Convolution c) {
    return graph.parameter("bias", start(c), c.to().channels());
  }

  private static Initializer start(Convolution c) {
    return Initializer.uniform(1 / Math.sqrt(c.fanIn()));
  }
}
