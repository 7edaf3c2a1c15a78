package dev.elbow.benchmarks.elbow;

import dev.elbow.benchmarks.worker.Job;
import dev.elbow.benchmarks.worker.Reference;
import dev.elbow.engine.evaluation.Generation;
import dev.elbow.engine.experiment.Engine;
import dev.elbow.engine.model.EvaluationGraph;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.TrainingGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphRunner;
import dev.elbow.graph.NoiseSpec;
import dev.elbow.graph.ParameterSpec;
import dev.elbow.runs.Tensor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nd4j.autodiff.samediff.api.OutAndGrad;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Computes the reference through SameDiff's own sessions. */
final class ReferenceRun {
  private final Engine engine;
  private final ModelGraphs model;
  private final float[] pixels;
  private final int rows;

  ReferenceRun(Engine engine, ModelGraphs model, float[] pixels, int rows) {
    this.engine = engine;
    this.model = model;
    this.pixels = pixels;
    this.rows = rows;
  }

  Reference compute() {
    Tensor noise = tensor(drawn(rows, model.parts().latent()));
    Feeds feeds = feeds(noise);
    List<String> names =
        model.training().graph().parameters().stream().map(ParameterSpec::name).toList();
    OutAndGrad result =
        new GraphRunner(model.training().graph())
            .gradients(feeds.arrays(), List.of(TrainingGraph.LOSS), names);
    return new Reference(
        tensors(model.parameters().arrays()),
        tensors(result.getGradients()),
        new Tensor(new long[] {rows, features()}, pixels),
        noise,
        code(noise),
        engine.generator().decode(model, noise, Generation.mean(Job.SEED, 0)),
        result.getOutputs().get(TrainingGraph.LOSS).getDouble(0));
  }

  /** As DL4J's layer draws it, so that the layer can be given the same numbers by the same seed. */
  static INDArray drawn(int rows, int latent) {
    Nd4j.getRandom().setSeed(Job.SEED);
    return Nd4j.randn(DataType.FLOAT, rows, latent);
  }

  private Feeds feeds(Tensor noise) {
    Feeds feeds = new Feeds(model.training().graph());
    feeds.put(TrainingGraph.X, pixels, rows, features());
    List<NoiseSpec> noises = model.training().graph().noises();
    if (noises.size() != 1) {
      throw new IllegalStateException("expected one noise, found " + noises);
    }
    feeds.put(noises.get(0).name(), noise.data(), noise.shape());
    model.training().terms().forEach(term -> feeds.put(term.weight(), 1));
    return feeds;
  }

  private Tensor code(Tensor noise) {
    GraphRunner runner = new GraphRunner(model.evaluation().graph());
    Feeds feeds = new Feeds(runner.graph()).put(TrainingGraph.X, pixels, rows, features());
    runner.graph().noises().forEach(spec -> feeds.put(spec.name(), noise.data(), noise.shape()));
    List<String> wanted = List.of(EvaluationGraph.CODE);
    return tensor(runner.outputs(feeds.arrays(), wanted).get(EvaluationGraph.CODE));
  }

  private int features() {
    return model.parts().shape().features();
  }

  private static Map<String, Tensor> tensors(Map<String, INDArray> arrays) {
    Map<String, Tensor> tensors = new TreeMap<>();
    arrays.forEach((name, array) -> tensors.put(name, tensor(array)));
    return tensors;
  }

  private static Tensor tensor(INDArray array) {
    return new Tensor(array.shape(), array.dup('c').data().asFloat());
  }
}
