package dev.elbow.benchmarks.dl4j;

import dev.elbow.benchmarks.cases.Model;
import dev.elbow.benchmarks.elbow.ElbowContender;
import dev.elbow.benchmarks.worker.Agreement;
import dev.elbow.benchmarks.worker.Comparison;
import dev.elbow.benchmarks.worker.Contender;
import dev.elbow.benchmarks.worker.Figures;
import dev.elbow.benchmarks.worker.Images;
import dev.elbow.benchmarks.worker.Job;
import dev.elbow.benchmarks.worker.Reference;
import dev.elbow.data.Split;
import dev.elbow.runs.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** DL4J's {@code VariationalAutoencoder} layer, pretrained as its documentation says. */
public final class Dl4jContender implements Contender {

  public static void main(String[] arguments) {
    Contender.main(arguments, new Dl4jContender());
  }

  @Override
  public List<Agreement> check(Job job) {
    Reference reference = Reference.read(Path.of(job.reference()));
    MultiLayerNetwork network = Dl4jModel.of(job.subject().model(), reference.parameters());
    return switch (job.subject().work()) {
      case TRAIN -> training(network, reference);
      case ENCODE ->
          List.of(
              Comparison.array(
                  "codes", reference.code().data(), encode(network, array(reference.pixels()))));
      case SAMPLE ->
          List.of(
              Comparison.array(
                  "means", reference.mean().data(), decode(network, array(reference.noise()))));
    };
  }

  /** The layer draws its own noise: the reference's, with the reference's seed. */
  private static List<Agreement> training(MultiLayerNetwork network, Reference reference) {
    network.initGradientsView();
    VariationalAutoencoder layer = layer(network);
    layer.setInput(array(reference.pixels()), LayerWorkspaceMgr.noWorkspaces());
    Nd4j.getRandom().setSeed(Job.SEED);
    layer.computeGradientAndScore(LayerWorkspaceMgr.noWorkspaces());
    Map<String, INDArray> table = layer.gradient().gradientForVariable();
    return Comparison.training(
        reference, layer.score(), Dl4jModel.gradients(table, reference, reference.rows()));
  }

  @Override
  public Figures time(Job job) {
    Model model = job.subject().model();
    MultiLayerNetwork network = Dl4jModel.of(model, Reference.parameters(Path.of(job.reference())));
    return switch (job.subject().work()) {
      case TRAIN ->
          Images.train(job, (pixels, rows) -> network.pretrainLayer(0, images(pixels, rows)));
      case ENCODE -> {
        Split split = Images.train(job);
        yield Images.infer(
            job,
            model.latent(),
            (from, size) -> encode(network, images(Images.pixels(split, from, size), size)));
      }
      case SAMPLE ->
          Images.infer(
              job,
              Model.FEATURES,
              (from, size) -> decode(network, Nd4j.randn(DataType.FLOAT, size, model.latent())));
    };
  }

  private static INDArray images(float[] pixels, int rows) {
    return Nd4j.create(pixels, new long[] {rows, Model.FEATURES}, 'c');
  }

  private static float[] encode(MultiLayerNetwork network, INDArray images) {
    return floats(layer(network).activate(images, false, LayerWorkspaceMgr.noWorkspaces()));
  }

  private static float[] decode(MultiLayerNetwork network, INDArray z) {
    return floats(layer(network).generateAtMeanGivenZ(z));
  }

  private static VariationalAutoencoder layer(MultiLayerNetwork network) {
    return (VariationalAutoencoder) network.getLayer(0);
  }

  private static INDArray array(Tensor tensor) {
    return Nd4j.create(tensor.data(), tensor.shape(), 'c');
  }

  private static float[] floats(INDArray array) {
    return array.dup('c').data().asFloat();
  }

  @Override
  public Map<String, String> facts() {
    return ElbowContender.nd4jFacts();
  }
}
