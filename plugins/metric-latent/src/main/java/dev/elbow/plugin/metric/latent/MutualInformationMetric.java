package dev.elbow.plugin.metric.latent;

import dev.elbow.spi.Bound;
import dev.elbow.spi.Examples;
import dev.elbow.spi.Matrix;
import dev.elbow.spi.Measurement;
import dev.elbow.spi.Metric;
import dev.elbow.spi.TrainedModel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The mutual information of example and code under the encoder, in nats:
 *
 * <pre>I(x; z) = E KL(q(z|x) || p(z)) - KL(q(z) || p(z)) = E [log q(z|x) - log q(z)]</pre>
 *
 * <p>q(z) is the mixture of the posteriors of the N examples, the one that z came from among them.
 * This is a lower bound on average, however many examples there are, and at most log N: where it
 * comes near that, more examples raise it. The prior cancels.
 *
 * <p>Each example's term is taken as independent of the others in the standard error: how the
 * mixture depends on an example has no first-order effect.
 *
 * <p>Source: Hoffman and Johnson, ELBO surgery, 2016; Poole et al., On Variational Bounds of Mutual
 * Information, 2019, section 2.5 for the bound.
 */
final class MutualInformationMetric implements Metric {
  private final MutualInformationOptions options;

  MutualInformationMetric(MutualInformationOptions options) {
    this.options = options;
  }

  @Override
  public List<Measurement> measure(TrainedModel model) {
    Examples examples = model.test().first(options.examples());
    TooFew.require("mutual-information", examples.size());
    Matrix codes = model.sampledCodes(examples);
    double[] own = model.posteriorLogDensity(examples);
    double[] aggregate = model.aggregateLogDensity(codes, examples);
    double[] terms = new double[own.length];
    Arrays.setAll(terms, i -> own[i] - aggregate[i]);
    return List.of(
        Measurement.mean("test.mutualInformation", terms, "nats")
            .withBound(Bound.on("I(x;z), from below, and at most log N"))
            .withSetting("aggregate", "the mixture of all N posteriors")
            .withSetting("examples", examples.size())
            .withSetting("logN", String.format(Locale.ROOT, "%.3f", Math.log(examples.size()))));
  }
}
