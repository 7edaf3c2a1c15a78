package dev.elbow.engine.audit;

import dev.elbow.data.RandomStream;
import dev.elbow.data.RandomStreams;
import dev.elbow.engine.audit.Check.Figures;
import dev.elbow.engine.audit.Check.Outcome;
import dev.elbow.engine.audit.Check.Scope;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.Graph;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Whether p(x|z) sums to one over all binary images, for likelihoods whose pixels are independent.
 *
 * <p>Then -log p is additive in the pixels, which random flips confirm, and with D_j the change by
 * flipping pixel j of an image x
 *
 * <pre>sum over all images of p = p(x) prod_j (1 + exp(-D_j))</pre>
 *
 * <p>A likelihood of other data, or of dependent pixels, is taken at its word.
 */
final class LikelihoodCheck {
  private static final String TERM = "reconstruction";
  private static final String WHAT = "sum of p(x|z) over all binary images";
  private static final String X = "audit/x";
  private static final String OUTPUT = "audit/output";
  private static final String NLL = "audit/nll";
  private static final int LARGEST = 4096;
  private static final int TRIALS = 6;
  private static final int FLIPS = 5;
  private static final double TOLERANCE = 1e-6;

  private final AuditModel model;
  private final double epoch;
  private final long seed;
  private RowRunner likelihood;

  LikelihoodCheck(AuditModel model, double epoch, long seed) {
    this.model = model;
    this.epoch = epoch;
    this.seed = seed;
  }

  /**
   * @param x an example
   * @param z a code of it
   */
  Check check(double[] x, double[] z) {
    if (model.parts().values() != DataValues.BINARY) {
      return trusted("it is measured for binary data alone");
    }
    if (x.length > LARGEST) {
      return trusted("it is measured up to %d pixels".formatted(LARGEST));
    }
    RowRunner decoding = new RowRunner(model.graphs().decoding(), epoch);
    double[] output =
        decoding.rows(Map.of(ModelGraphs.Z, new double[][] {z}), ModelGraphs.OUTPUT)[0];
    likelihood = likelihood();
    return independent(x, output)
        ? sum(x, output)
        : trusted("its pixels depend on one another, and it cannot be measured");
  }

  private static Check trusted(String why) {
    String text = "that the likelihood is normalised: " + why;
    return new Check(TERM, WHAT, Outcome.UNCHECKED, Figures.NONE, text, Scope.NONE);
  }

  private RowRunner likelihood() {
    GraphBuilder builder = new GraphBuilder(DataType.DOUBLE, false);
    Decoder decoder = model.parts().options().decoder();
    Graph scope = builder.root().scope("decoder");
    SDVariable x = builder.input(X, model.parts().shape().features());
    SDVariable output = builder.input(OUTPUT, decoder.outputWidth());
    builder.output(NLL, decoder.negativeLogLikelihood(scope, x, output));
    model.connect(builder);
    return new RowRunner(builder.build(), epoch);
  }

  /** Whether several flips at once change -log p by the sum of what each changes. */
  private boolean independent(double[] x, double[] output) {
    RandomStream random = RandomStreams.stream(seed, "audit/flips", 0);
    for (int trial = 0; trial < TRIALS; trial++) {
      int[] pixels =
          IntStream.range(0, FLIPS).map(i -> random.nextInt(x.length)).distinct().toArray();
      double[][] images = new double[pixels.length + 2][];
      images[0] = x;
      images[1] = x;
      for (int i = 0; i < pixels.length; i++) {
        images[1] = flipped(images[1], pixels[i]);
        images[i + 2] = flipped(x, pixels[i]);
      }
      double[] nll = score(images, output);
      double changes = Statistics.sum(pixels.length, i -> nll[i + 2] - nll[0]);
      if (!(Math.abs(nll[1] - nll[0] - changes) <= 1e-9 * (1 + Math.abs(nll[0])))) {
        return false;
      }
    }
    return true;
  }

  private Check sum(double[] x, double[] output) {
    double[][] images = new double[x.length + 1][];
    images[0] = x;
    for (int j = 0; j < x.length; j++) {
      images[j + 1] = flipped(x, j);
    }
    double[] nll = score(images, output);
    double logSum = -nll[0] + Statistics.sum(x.length, j -> logOnePlusExp(nll[0] - nll[j + 1]));
    return Check.of(
            logSum <= TOLERANCE,
            TERM,
            WHAT,
            TERM + ": p(x|z) sums to exp(%s) over all images".formatted(Nats.of(logSum)))
        .with(Figures.exact(1, Math.exp(logSum)));
  }

  private static double logOnePlusExp(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  private double[] score(double[][] images, double[] output) {
    double[][] outputs = new double[images.length][];
    Arrays.fill(outputs, output);
    Map<String, double[][]> inputs = new LinkedHashMap<>();
    inputs.put(X, images);
    inputs.put(OUTPUT, outputs);
    return Sampler.column(likelihood.rows(inputs, List.of(NLL)).get(NLL));
  }

  private static double[] flipped(double[] x, int pixel) {
    double[] flipped = x.clone();
    flipped[pixel] = 1 - flipped[pixel];
    return flipped;
  }
}
