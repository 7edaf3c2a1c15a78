package dev.elbow.plugin.flow.iaf;

import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowStep;
import dev.elbow.spi.Graph;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One step of the inverse autoregressive flow
 *
 * <pre>
 * (m, s) = MADE(z, context),   g = sigmoid(s + forgetBias)
 * z' = g z + (1 - g) m,        log|det| = sum_i log g_i
 * </pre>
 *
 * <p>and then the dimensions in reverse order, whose log-determinant is 0, so that in a chain each
 * step conditions on the dimensions that the one before could not.
 *
 * <p>Source: Kingma et al., Improved Variational Inference with Inverse Autoregressive Flow, 2016.
 */
final class IafFlow implements Flow {
  private final int latent;
  private final IafOptions options;
  private final Made made;

  IafFlow(int latent, IafOptions options) {
    this.latent = latent;
    this.options = options;
    this.made = new Made(latent, options.hidden(), options.activation(), options.context());
  }

  @Override
  public int parameterCount() {
    return options.context();
  }

  @Override
  public FlowStep forwardAndLogDet(Graph graph, SDVariable z, Optional<SDVariable> parameters) {
    SDVariable output = made.apply(graph, z, parameters);
    SDVariable m = graph.columns(output, 0, latent);
    SDVariable s = graph.columns(output, latent, 2 * latent).add(options.forgetBias());
    SDVariable gate = graph.sameDiff().nn.sigmoid(s);
    SDVariable next = m.add(gate.mul(z.sub(m)));
    SDVariable logDet = graph.sumPerExample(graph.softplus(s.neg())).neg();
    SDVariable reversed = graph.product(next, graph.constant("reversal", reversal()), latent);
    return new FlowStep(reversed, logDet);
  }

  private INDArray reversal() {
    INDArray matrix = Nd4j.zeros(latent, latent);
    for (int i = 0; i < latent; i++) {
      matrix.putScalar(i, latent - 1 - i, 1);
    }
    return matrix;
  }
}
