package dev.elbow.benchmarks.cases;

import dev.elbow.benchmarks.cases.Layer.Activation;
import dev.elbow.benchmarks.cases.Layer.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * A variational autoencoder of 28 x 28 images: diagonal Gaussian posterior, perhaps with flows,
 * standard normal prior, Bernoulli pixels.
 *
 * @param body of encoder and decoder
 * @param hidden widths of the dense hidden layers, mirrored in the decoder; unused by CONV
 * @param latent size of z
 * @param flow behind the Gaussian
 * @param depth how many flows
 */
public record Model(Body body, List<Integer> hidden, int latent, Flow flow, int depth) {

  /** Pixels on a side. */
  public static final int SIDE = 28;

  /** Pixels. */
  public static final int FEATURES = SIDE * SIDE;

  /** The hidden width of an inverse autoregressive flow's network. */
  public static final int IAF_HIDDEN = 200;

  private static final int[] FILTERS = {64, 128};
  private static final int CONV_HIDDEN = 1024;
  private static final int SMALLEST = SIDE / 4 * (SIDE / 4) * FILTERS[1];

  /** The kinds of networks. */
  public enum Body {
    MLP,
    /** Convolutions 4 x 4 of stride 2 with 64 and 128 filters, a dense layer of 1024. */
    CONV
  }

  /** What follows the Gaussian. */
  public enum Flow {
    NONE,
    PLANAR,
    IAF
  }

  static Model mlp(int latent, Integer... hidden) {
    return new Model(Body.MLP, List.of(hidden), latent, Flow.NONE, 0);
  }

  static Model conv(int latent) {
    return new Model(Body.CONV, List.of(), latent, Flow.NONE, 0);
  }

  Model with(Flow next, int howMany) {
    return new Model(body, hidden, latent, next, howMany);
  }

  /** From pixels to mean and log-variance. */
  public List<Layer> encoder() {
    return body == Body.CONV ? convEncoder() : mlp("encoder/", FEATURES, hidden, 2 * latent);
  }

  /** From z to logits. */
  public List<Layer> decoder() {
    if (body == Body.CONV) {
      return convDecoder();
    }
    List<Integer> mirrored = new ArrayList<>(hidden);
    Collections.reverse(mirrored);
    return mlp("decoder/network/", latent, mirrored, FEATURES);
  }

  /** Values of one example that pass a relu, leaky or not, flows aside. */
  public long relus() {
    return Stream.concat(encoder().stream(), decoder().stream())
        .filter(layer -> layer.activation() != Activation.NONE)
        .mapToLong(layer -> (long) layer.to() * layer.sideAfter() * layer.sideAfter())
        .sum();
  }

  private static List<Layer> mlp(String prefix, int from, List<Integer> hidden, int to) {
    List<Layer> layers = new ArrayList<>();
    int width = from;
    for (int i = 0; i < hidden.size(); i++) {
      layers.add(Layer.dense(prefix + "hidden-" + i, width, hidden.get(i), Activation.RELU));
      width = hidden.get(i);
    }
    layers.add(Layer.dense(prefix + "output", width, to, Activation.NONE));
    return layers;
  }

  private List<Layer> convEncoder() {
    Activation leaky = Activation.LEAKY_RELU;
    return List.of(
        new Layer("encoder/convolution-0", Kind.CONVOLUTION, 1, FILTERS[0], SIDE, leaky),
        new Layer(
            "encoder/convolution-1", Kind.CONVOLUTION, FILTERS[0], FILTERS[1], SIDE / 2, leaky),
        Layer.dense("encoder/hidden-0", SMALLEST, CONV_HIDDEN, leaky),
        Layer.dense("encoder/output", CONV_HIDDEN, 2 * latent, Activation.NONE));
  }

  private List<Layer> convDecoder() {
    Activation relu = Activation.RELU;
    String prefix = "decoder/network/";
    return List.of(
        Layer.dense(prefix + "hidden-0", latent, CONV_HIDDEN, relu),
        Layer.dense(prefix + "projection", CONV_HIDDEN, SMALLEST, relu),
        new Layer(prefix + "transposed-1", Kind.TRANSPOSED, FILTERS[1], FILTERS[0], SIDE / 2, relu),
        new Layer(prefix + "output", Kind.TRANSPOSED, FILTERS[0], 1, SIDE, Activation.NONE));
  }
}
