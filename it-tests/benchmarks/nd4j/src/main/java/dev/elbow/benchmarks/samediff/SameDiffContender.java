package dev.elbow.benchmarks.samediff;

import dev.elbow.benchmarks.cases.Model;
import dev.elbow.benchmarks.elbow.ElbowContender;
import dev.elbow.benchmarks.worker.Agreement;
import dev.elbow.benchmarks.worker.Comparison;
import dev.elbow.benchmarks.worker.Contender;
import dev.elbow.benchmarks.worker.Figures;
import dev.elbow.benchmarks.worker.Images;
import dev.elbow.benchmarks.worker.Job;
import dev.elbow.benchmarks.worker.Reference;
import dev.elbow.benchmarks.worker.Stopwatch;
import dev.elbow.data.Split;
import dev.elbow.runs.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Plain {@code SameDiff.fit}, and {@code SameDiff.output} for inference. */
public final class SameDiffContender implements Contender {

  public static void main(String[] arguments) {
    Contender.main(arguments, new SameDiffContender());
  }

  @Override
  public List<Agreement> check(Job job) {
    Reference reference = Reference.read(Path.of(job.reference()));
    SameDiff sd = SameDiffModel.of(job.subject().model(), reference.parameters());
    return switch (job.subject().work()) {
      case TRAIN -> training(sd, reference);
      case ENCODE ->
          List.of(
              Comparison.array(
                  "codes",
                  reference.code().data(),
                  infer(sd, SameDiffModel.X, array(reference.pixels()), SameDiffModel.CODE)));
      case SAMPLE ->
          List.of(
              Comparison.array(
                  "means",
                  reference.mean().data(),
                  infer(sd, SameDiffModel.Z, array(reference.noise()), SameDiffModel.MEAN)));
    };
  }

  private static List<Agreement> training(SameDiff sd, Reference reference) {
    Map<String, INDArray> feeds =
        Map.of(
            SameDiffModel.X, array(reference.pixels()),
            SameDiffModel.NOISE, array(reference.noise()));
    OutAndGrad result =
        sd.calculateGradientsAndOutputs(
            feeds, List.of(SameDiffModel.LOSS), reference.parameters().keySet());
    Map<String, float[]> gradients = new TreeMap<>();
    result.getGradients().forEach((name, found) -> gradients.put(name, floats(found)));
    double loss = result.getOutputs().get(SameDiffModel.LOSS).getDouble(0);
    return Comparison.training(reference, loss, gradients);
  }

  @Override
  public Figures time(Job job) {
    Model model = job.subject().model();
    SameDiff sd = SameDiffModel.of(model, Reference.parameters(Path.of(job.reference())));
    Split split = Images.train(job);
    return switch (job.subject().work()) {
      case TRAIN -> {
        Stopwatch watch = new Stopwatch(job.subject());
        sd.fit(new Feed(job, split, watch), 1);
        yield watch.figures();
      }
      case ENCODE ->
          Images.infer(job, model.latent(), (from, size) -> encode(sd, split, from, size));
      case SAMPLE -> Images.infer(job, Model.FEATURES, (from, size) -> sample(sd, model, size));
    };
  }

  private static float[] encode(SameDiff sd, Split split, int from, int size) {
    INDArray x =
        Nd4j.create(Images.pixels(split, from, size), new long[] {size, Model.FEATURES}, 'c');
    return infer(sd, SameDiffModel.X, x, SameDiffModel.CODE);
  }

  private static float[] sample(SameDiff sd, Model model, int size) {
    INDArray z = Nd4j.randn(DataType.FLOAT, size, model.latent());
    return infer(sd, SameDiffModel.Z, z, SameDiffModel.MEAN);
  }

  private static float[] infer(SameDiff sd, String input, INDArray value, String output) {
    return floats(sd.output(Map.of(input, value), output).get(output));
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
