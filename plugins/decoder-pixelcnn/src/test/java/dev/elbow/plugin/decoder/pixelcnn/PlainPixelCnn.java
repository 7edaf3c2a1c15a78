package dev.elbow.plugin.decoder.pixelcnn;

import dev.elbow.spi.DataShape;

/**
 * The network of one image of one channel in loops, from the paper's formulas: each pixel's sums
 * run over the offsets that its windows have, and skip what lies outside the image.
 */
final class PlainPixelCnn {
  private final Bench bench;
  private final PixelCnnOptions options;
  private final DataShape shape;
  private final double[] image;
  private final double[] output;

  PlainPixelCnn(
      Bench bench, PixelCnnOptions options, DataShape shape, double[] image, double[] output) {
    this.bench = bench;
    this.options = options;
    this.shape = shape;
    this.image = image;
    this.output = output;
  }

  double[] logits() {
    int filters = options.filters();
    double[][] vertical = null;
    double[][] horizontal = null;
    for (int layer = 0; layer < options.layers(); layer++) {
      String scope = "part/layer-" + layer + "/";
      double[][] above = layer == 0 ? pixels() : vertical;
      double[][] beside = layer == 0 ? pixels() : horizontal;
      int side = (layer == 0 ? options.firstKernel() : options.kernel()) / 2;
      double[][] a = shift(scope + "vertical/", 2 * layer);
      window(a, above, scope + "above/weight", -side, layer == 0 ? -1 : 0, -side, side);
      double[][] b = shift(scope + "horizontal/", 2 * layer + 1);
      window(b, beside, scope + "left/weight", 0, 0, -side, -1);
      if (layer > 0) {
        window(b, beside, scope + "here/weight", 0, 0, 0, 0);
      }
      window(b, a, scope + "link/weight", 0, 0, 0, 0);
      double[][] next = new double[shape.features()][filters];
      window(next, gate(b), scope + "residual/weight", 0, 0, 0, 0);
      for (int p = 0; layer > 0 && p < next.length; p++) {
        for (int f = 0; f < filters; f++) {
          next[p][f] += horizontal[p][f];
        }
      }
      vertical = gate(a);
      horizontal = next;
    }
    return head(horizontal);
  }

  private double[] head(double[][] features) {
    double[][] hidden = dense(relu(features), "part/hidden/", options.filters());
    double[][] logits = dense(relu(hidden), "part/output/", 1);
    double[] first = new double[logits.length];
    for (int p = 0; p < first.length; p++) {
      first[p] = logits[p][0];
    }
    return first;
  }

  private double[][] dense(double[][] features, String scope, int outputs) {
    double[][] sums = new double[features.length][];
    for (int p = 0; p < sums.length; p++) {
      sums[p] = bench.get(scope + "bias");
    }
    window(sums, features, scope + "weight", 0, 0, 0, 0);
    return sums;
  }

  private double[][] pixels() {
    double[][] features = new double[image.length][];
    for (int p = 0; p < image.length; p++) {
      features[p] = new double[] {image[p]};
    }
    return features;
  }

  /** What z adds to the gates of a stack. */
  private double[][] shift(String scope, int stack) {
    int gates = 2 * options.filters();
    double[][] sums = new double[shape.features()][gates];
    for (int p = 0; p < sums.length; p++) {
      if (options.network().isEmpty()) {
        System.arraycopy(output, stack * gates, sums[p], 0, gates);
      } else {
        double[] weight = bench.get(scope + "condition/weight");
        double[] bias = bench.get(scope + "condition/bias");
        for (int g = 0; g < gates; g++) {
          sums[p][g] = bias[g];
          for (int m = 0; m < options.maps(); m++) {
            sums[p][g] += output[m * shape.features() + p] * weight[m * gates + g];
          }
        }
      }
    }
    return sums;
  }

  /** Adds a window's sum to each pixel; the weight is [rows, columns, inputs, outputs]. */
  private void window(
      double[][] sums, double[][] features, String name, int top, int bottom, int left, int right) {
    double[] weight = bench.get(name);
    int inputs = features[0].length;
    int outputs = sums[0].length;
    for (int p = 0; p < sums.length; p++) {
      int at = 0;
      for (int dr = top; dr <= bottom; dr++) {
        for (int dc = left; dc <= right; dc++, at += inputs * outputs) {
          int row = p / shape.width() + dr;
          int column = p % shape.width() + dc;
          if (row < 0 || column < 0 || column >= shape.width()) {
            continue;
          }
          double[] seen = features[row * shape.width() + column];
          for (int i = 0; i < inputs; i++) {
            for (int o = 0; o < outputs; o++) {
              sums[p][o] += seen[i] * weight[at + i * outputs + o];
            }
          }
        }
      }
    }
  }

  private double[][] gate(double[][] gates) {
    int filters = options.filters();
    double[][] gated = new double[gates.length][filters];
    for (int p = 0; p < gates.length; p++) {
      for (int f = 0; f < filters; f++) {
        gated[p][f] = Math.tanh(gates[p][f]) / (1 + Math.exp(-gates[p][filters + f]));
      }
    }
    return gated;
  }

  private static double[][] relu(double[][] features) {
    double[][] result = new double[features.length][features[0].length];
    for (int p = 0; p < result.length; p++) {
      for (int f = 0; f < result[p].length; f++) {
        result[p][f] = Math.max(0, features[p][f]);
      }
    }
    return result;
  }
}
