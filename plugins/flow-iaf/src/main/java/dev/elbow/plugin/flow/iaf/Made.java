package dev.elbow.plugin.flow.iaf;

import dev.elbow.spi.Activation;
import dev.elbow.spi.Graph;
import dev.elbow.spi.Initializer;
import java.util.List;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A masked network with two outputs for each input dimension, of which the i-th sees the inputs
 * before i alone. A unit's degree is the last input that it may see; weights against the order of
 * degrees are masked to 0. The context reaches every unit of the first layer.
 *
 * <p>Source: Germain et al., MADE: Masked Autoencoder for Distribution Estimation, 2015.
 */
final class Made {
  private final int latent;
  private final List<Integer> hidden;
  private final Activation activation;
  private final int context;

  Made(int latent, List<Integer> hidden, Activation activation, int context) {
    this.latent = latent;
    this.hidden = hidden;
    this.activation = activation;
    this.context = context;
  }

  /**
   * @param z {@code [batch, latent]}
   * @return {@code [batch, 2 latent]}
   */
  SDVariable apply(Graph graph, SDVariable z, Optional<SDVariable> given) {
    SDVariable layer = z;
    int[] degrees = inputDegrees();
    for (int i = 0; i < hidden.size(); i++) {
      int[] next = hiddenDegrees(hidden.get(i));
      SDVariable sum = masked(graph.scope("hidden-" + i), layer, mask(degrees, next, false));
      layer = activation.apply(graph, i == 0 ? withContext(graph, sum, given, next.length) : sum);
      degrees = next;
    }
    int[] outputs = outputDegrees();
    SDVariable sum = masked(graph.scope("output"), layer, mask(degrees, outputs, true));
    return hidden.isEmpty() ? withContext(graph, sum, given, outputs.length) : sum;
  }

  private SDVariable withContext(
      Graph graph, SDVariable sum, Optional<SDVariable> given, int width) {
    return given.map(c -> sum.add(graph.linear("context", c, context, width))).orElse(sum);
  }

  private static SDVariable masked(Graph graph, SDVariable x, INDArray mask) {
    long inputs = mask.size(0);
    long outputs = mask.size(1);
    Initializer start = Initializer.uniformFanIn(inputs);
    SDVariable weight = graph.parameter("weight", start, inputs, outputs);
    SDVariable bias = graph.parameter("bias", start, 1, outputs);
    return graph.product(x, weight.mul(graph.constant("mask", mask)), inputs).add(bias);
  }

  private int[] inputDegrees() {
    int[] degrees = new int[latent];
    for (int i = 0; i < latent; i++) {
      degrees[i] = i + 1;
    }
    return degrees;
  }

  /** 1 to latent - 1 in turn; with one dimension no unit may see it, and the degree is 0. */
  private int[] hiddenDegrees(int width) {
    int[] degrees = new int[width];
    for (int i = 0; i < width; i++) {
      degrees[i] = latent == 1 ? 0 : i % (latent - 1) + 1;
    }
    return degrees;
  }

  private int[] outputDegrees() {
    int[] degrees = new int[2 * latent];
    for (int i = 0; i < degrees.length; i++) {
      degrees[i] = i % latent + 1;
    }
    return degrees;
  }

  private static INDArray mask(int[] from, int[] to, boolean strict) {
    INDArray mask = Nd4j.zeros(from.length, to.length);
    for (int i = 0; i < from.length; i++) {
      for (int j = 0; j < to.length; j++) {
        if (strict ? to[j] > from[i] : to[j] >= from[i]) {
          mask.putScalar(i, j, 1);
        }
      }
    }
    return mask;
  }
}
