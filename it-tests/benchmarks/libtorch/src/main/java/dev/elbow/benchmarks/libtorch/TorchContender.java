package dev.elbow.benchmarks.libtorch;

import dev.elbow.benchmarks.cases.Model;
import dev.elbow.benchmarks.worker.Agreement;
import dev.elbow.benchmarks.worker.Comparison;
import dev.elbow.benchmarks.worker.Contender;
import dev.elbow.benchmarks.worker.Figures;
import dev.elbow.benchmarks.worker.Images;
import dev.elbow.benchmarks.worker.Job;
import dev.elbow.benchmarks.worker.Reference;
import dev.elbow.data.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** libtorch: eager execution, fused Adam, denormals flushed, tensors freed after each step. */
public final class TorchContender implements Contender {

  public static void main(String[] arguments) {
    Contender.main(arguments, new TorchContender());
  }

  @Override
  public List<Agreement> check(Job job) {
    start(job);
    Reference reference = Reference.read(Path.of(job.reference()));
    Parameters parameters = new Parameters(reference.parameters());
    TorchModel model = new TorchModel(job.subject().model(), parameters);
    Tensor pixels = Arrays.tensor(reference.pixels().data(), reference.pixels().shape());
    Tensor noise = Arrays.tensor(reference.noise().data(), reference.noise().shape());
    return switch (job.subject().work()) {
      case TRAIN -> {
        Tensor loss = model.loss(pixels, noise);
        loss.backward();
        yield Comparison.training(reference, loss.item_float(), parameters.gradients());
      }
      case ENCODE ->
          List.of(
              Comparison.array(
                  "codes", reference.code().data(), Arrays.floats(model.code(pixels))));
      case SAMPLE ->
          List.of(
              Comparison.array("means", reference.mean().data(), Arrays.floats(model.mean(noise))));
    };
  }

  @Override
  public Figures time(Job job) {
    start(job);
    Model model = job.subject().model();
    Parameters parameters = new Parameters(Reference.parameters(Path.of(job.reference())));
    TorchModel torchModel = new TorchModel(model, parameters);
    return switch (job.subject().work()) {
      case TRAIN -> train(job, torchModel, new FusedAdam(parameters));
      case ENCODE -> {
        Split split = Images.train(job);
        yield Images.infer(
            job,
            model.latent(),
            (from, size) -> encode(torchModel, Images.pixels(split, from, size), size));
      }
      case SAMPLE ->
          Images.infer(job, Model.FEATURES, (from, size) -> sample(torchModel, model, size));
    };
  }

  private static void start(Job job) {
    torch.set_num_threads(job.threads());
    torch.manual_seed(Job.SEED);
    Context.setFlushDenormal(true);
  }

  @SuppressWarnings("try") // the scope frees what was made in it
  private static Figures train(Job job, TorchModel model, FusedAdam adam) {
    long latent = job.subject().model().latent();
    return Images.train(
        job,
        (pixels, rows) -> {
          try (PointerScope scope = new PointerScope()) {
            Tensor x = Arrays.tensor(pixels, rows, Model.FEATURES);
            Tensor loss = model.loss(x, torch.randn(rows, latent));
            loss.backward();
            adam.step();
            requireFinite(loss.item_float());
          }
        });
  }

  /** Elbow looks at the loss of each step, too. */
  private static void requireFinite(float loss) {
    if (!Float.isFinite(loss)) {
      throw new IllegalStateException("the loss is " + loss);
    }
  }

  @SuppressWarnings("try")
  private static float[] encode(TorchModel model, float[] pixels, int rows) {
    try (PointerScope scope = new PointerScope();
        InferenceMode inference = new InferenceMode(true)) {
      return Arrays.floats(model.code(Arrays.tensor(pixels, rows, Model.FEATURES)));
    }
  }

  @SuppressWarnings("try")
  private static float[] sample(TorchModel model, Model sizes, int rows) {
    try (PointerScope scope = new PointerScope();
        InferenceMode inference = new InferenceMode(true)) {
      return Arrays.floats(model.mean(torch.randn(rows, sizes.latent())));
    }
  }

  @Override
  public Map<String, String> facts() {
    return Map.of(
        "libtorch",
        torch.TORCH_VERSION,
        "settings",
        "fused Adam, denormals flushed, freed memory kept");
  }
}
