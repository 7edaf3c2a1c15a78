package dev.elbow.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.Models;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphRunner;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Autodiff against central finite differences, in double precision, for whole models. */
class GradientTest {
  private static final double STEP = 1e-5;
  private static final int CHECKED = 3;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{latent: 3, encoder: NET, decoder: {type: bernoulli, network: NET}}",
        "{latent: 1, encoder: NET, decoder: {type: bernoulli, network: NET}}",
        "{latent: 5, encoder: NET, posterior: ar1, decoder: {type: bernoulli, network: NET}}",
        "{latent: 1, encoder: NET, posterior: ar1, decoder: {type: gaussian, network: NET}}",
        "{latent: 2, encoder: NET, posterior: {type: ar1, scale: per-dimension},"
            + " decoder: {type: gaussian, network: NET}}",
        "{latent: 3, encoder: NET,"
            + " decoder: {type: gaussian, network: NET, variance: shared, mean: sigmoid}}",
        "{latent: 3, encoder: {type: mlp, hidden: [4], activation: softplus},"
            + " decoder: {type: bernoulli, network: {type: mlp, hidden: [], activation: relu}}}",
        "{latent: 3, encoder: {type: mlp, hidden: [4], activation: silu},"
            + " decoder: {type: bernoulli, network: {type: mlp, hidden: [3, 2], activation: elu}}}",
        "{latent: 3, encoder: NET, decoder: {type: bernoulli, network: NET}, posterior: {type: flow,"
            + " flows: [{type: planar, count: 2}, {type: radial}]}}",
        "{latent: 2, encoder: NET, decoder: {type: bernoulli, network: NET}, posterior: {type: flow,"
            + " base: ar1, flows: [{type: planar, amortised: true}, {type: radial, amortised: true}]}}",
        "{latent: 4, encoder: NET, decoder: {type: bernoulli, network: NET}, posterior: {type: flow,"
            + " flows: [{type: iaf, hidden: [5, 6], activation: tanh, context: 3, count: 2}]}}",
        "{latent: 3, encoder: NET, decoder: {type: bernoulli, network: NET}, posterior: {type: flow,"
            + " flows: [{type: realnvp, network: NET, context: 2}, {type: realnvp, network: NET}]}}",
        "{latent: 1, encoder: NET, decoder: {type: bernoulli, network: NET}, posterior: {type: flow,"
            + " flows: [{type: planar}, {type: radial}, {type: iaf, activation: tanh},"
            + " {type: realnvp, network: NET}]}}",
        "{latent: 3, encoder: NET, decoder: {type: bernoulli, network: NET},"
            + " prior: {type: mixture, components: 4}}",
        "{latent: 1, encoder: NET, decoder: {type: bernoulli, network: NET},"
            + " prior: {type: mixture, components: 1}}",
        "{latent: 3, encoder: NET, posterior: ar1, decoder: {type: bernoulli, network: NET},"
            + " prior: {type: flow, flows: [{type: realnvp, network: NET, count: 2}]}}",
        "{latent: 2, encoder: NET, decoder: {type: bernoulli, network: NET},"
            + " prior: {type: vamp, components: 3}}",
        "{latent: 2, encoder: {type: conv, filters: [3], kernel: 2, stride: 2, activation: tanh},"
            + " decoder: {type: bernoulli,"
            + " network: {type: conv, filters: [3], kernel: 2, stride: 2, activation: tanh}}}",
        "{latent: 2, encoder: {type: resnet, filters: [2], blocks: 1, activation: silu},"
            + " decoder: {type: laplace, scale: shared, mean: sigmoid, network: NET}}",
        "{latent: 2, encoder: NET, decoder: {type: pixelcnn, layers: 2, filters: 2, firstKernel: 3}}",
        "{latent: 2, encoder: NET, decoder: {type: gaussian, variance: optimal, network: NET}}",
        "{latent: 2, encoder: NET,"
            + " decoder: {type: gaussian, variance: per-pixel, perPixelFrom: 0, network: NET}}",
        "{latent: 2, encoder: NET, decoder: {type: discretized-logistic, network: NET}}",
      })
  void gradientsEqualFiniteDifferences(String model) {
    check(Models.small(model, "[{type: kl}]", DataType.DOUBLE), 1);
    check(Models.small(model, "[{type: kl, freeBits: 0.2, weight: 0.5}]", DataType.DOUBLE), 4);
  }

  private static void check(ModelGraphs model, int batch) {
    GraphRunner runner = new GraphRunner(model.training().graph());
    Map<String, INDArray> feeds = feeds(model, batch);
    List<String> names = model.training().graph().parameters().stream().map(p -> p.name()).toList();
    Map<String, INDArray> gradients =
        runner.gradients(feeds, List.of(TrainingGraph.LOSS), names).getGradients();
    Map<String, INDArray> views = model.parameters().viewsOf(model.parameters().flat());
    Random random = new Random(1);
    for (String name : names) {
      INDArray values = views.get(name);
      for (int i = 0; i < Math.min(CHECKED, values.length()); i++) {
        long at = values.length() <= CHECKED ? i : random.nextInt((int) values.length());
        double expected = slope(runner, feeds, values, at);
        assertThat(gradients.get(name).getDouble(at))
            .describedAs("d loss / d %s[%d], batch %d", name, at, batch)
            .isCloseTo(expected, within(1e-6 + 1e-5 * Math.abs(expected)));
      }
    }
  }

  private static double slope(
      GraphRunner runner, Map<String, INDArray> feeds, INDArray values, long at) {
    double start = values.getDouble(at);
    values.putScalar(at, start + STEP);
    double above = loss(runner, feeds);
    values.putScalar(at, start - STEP);
    double below = loss(runner, feeds);
    values.putScalar(at, start);
    return (above - below) / (2 * STEP);
  }

  private static double loss(GraphRunner runner, Map<String, INDArray> feeds) {
    return runner.outputs(feeds, List.of(TrainingGraph.LOSS)).get(TrainingGraph.LOSS).getDouble(0);
  }

  private static Map<String, INDArray> feeds(ModelGraphs model, int batch) {
    int features = model.parts().shape().features();
    float[] x = new float[batch * features];
    Random random = new Random(7);
    for (int i = 0; i < x.length; i++) {
      x[i] = random.nextFloat();
    }
    Feeds feeds =
        new Feeds(model.training().graph())
            .put(TrainingGraph.X, x, batch, features)
            .epoch(1)
            .noise(batch, 5, "test", 0);
    for (int i = 0; i < model.training().terms().size(); i++) {
      feeds.put(
          model.training().terms().get(i).weight(),
          model.parts().objective().get(i).weight().at(1));
    }
    return feeds.arrays();
  }
}
