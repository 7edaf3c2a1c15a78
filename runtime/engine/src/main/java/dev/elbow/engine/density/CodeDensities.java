package dev.elbow.engine.density;

import dev.elbow.data.DataSplits;
import dev.elbow.data.Split;
import dev.elbow.engine.density.MixtureFitter.Fit;
import dev.elbow.engine.evaluation.Estimate;
import dev.elbow.engine.evaluation.Generator;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.runs.Tensor;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Fits densities to the aggregate posterior q(z) = mean of q(z|x) over the training data.
 *
 * <p>A decoder has only seen codes of q(z). Where q(z) is not the prior, codes of a density fitted
 * to it decode to better examples; an autoencoder has nothing else to sample from.
 */
public final class CodeDensities {
  private final Generator generator;

  public CodeDensities(Generator generator) {
    this.generator = generator;
  }

  /**
   * A trained model.
   *
   * @param model with the checkpoint's parameters
   * @param data asked for if there is something to fit
   * @param folder of the run
   * @param step of the checkpoint
   * @param seed of the codes and of the fit
   */
  public record Subject(
      ModelGraphs model, Supplier<DataSplits> data, Path folder, long step, long seed) {}

  /**
   * A density and where it comes from.
   *
   * @param kept whether it was fitted before
   */
  public record Found(FittedDensity density, boolean kept) {}

  /** Whether nothing in the objective draws the codes of a model to its prior. */
  public static boolean neededBy(ModelGraphs model) {
    return model.training().terms().isEmpty();
  }

  /**
   * The density that the run keeps of this checkpoint, or else a new fit to one sample of q(z|x)
   * for each training example, which the run keeps from then on.
   *
   * @throws dev.elbow.spi.InputException if there are fewer distinct codes than components
   * @throws dev.elbow.spi.FailureException if a code is not finite
   */
  public Found find(Subject subject, DensityKind kind, FitProgress progress) {
    DensityFolder folder = new DensityFolder(subject.folder(), subject.step(), progress);
    Optional<FittedDensity> kept =
        folder.find(kind).filter(d -> d.mixture().latent() == subject.model().parts().latent());
    if (kept.isPresent()) {
      return new Found(kept.get(), true);
    }
    FittedDensity fitted = fit(subject, kind, progress);
    folder.keep(fitted);
    return new Found(fitted, false);
  }

  private FittedDensity fit(Subject subject, DensityKind kind, FitProgress progress) {
    DataSplits data = subject.data().get();
    long start = System.nanoTime();
    Tensor train = codes(subject, data.train());
    Tensor heldOut = codes(subject, data.test());
    Codes codes = Codes.of(train);
    Fit fit = new MixtureFitter(kind, progress).fit(codes, subject.seed());
    GaussianMixture mixture = fit.mixture();
    return new FittedDensity(
        kind,
        mixture,
        Estimate.of(mixture.logDensity(train)),
        Estimate.of(mixture.logDensity(heldOut)),
        codes.count(),
        fit.iterations(),
        fit.converged(),
        (System.nanoTime() - start) / 1e9);
  }

  private Tensor codes(Subject subject, Split split) {
    return generator.encodeSampled(subject.model(), split, split.size(), subject.seed());
  }
}
