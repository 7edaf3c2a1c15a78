package dev.elbow.engine.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.data.DataSplits;
import dev.elbow.data.Split;
import dev.elbow.engine.density.CodeDensities;
import dev.elbow.engine.density.CodeDensities.Found;
import dev.elbow.engine.density.DensityKind;
import dev.elbow.engine.density.FitProgress;
import dev.elbow.engine.evaluation.Generation;
import dev.elbow.engine.evaluation.Generator;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.runs.EpochPoint;
import dev.elbow.runs.LossChart;
import dev.elbow.runs.Pictures;
import dev.elbow.runs.RunFolder;
import dev.elbow.runs.Tensor;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The pictures of a run. */
public final class Album {
  private static final int COUNT = 64;
  private static final int COLUMNS = 8;

  private final Generator generator;

  @Inject
  Album(Generator generator) {
    this.generator = generator;
  }

  /** Samples, reconstructions and the loss curve, in the run's folder. */
  void fill(OpenRun trained, DataSplits data) {
    ModelGraphs model = trained.model();
    RunFolder run = trained.folder();
    Generation how = Generation.mean(trained.header().seed(), trained.epoch());
    Path images = run.images();
    decoded(model, codes(trained, data, how.seed()), how, images.resolve("samples.png"));
    int count = Math.min(COUNT / 2, data.test().size());
    reconstructions(model, data.test(), count, how, images.resolve("reconstructions.png"));
    String loss = model.evaluation().bound().holds() ? "-ELBO" : "loss (not a bound)";
    LossChart.write(images.resolve("loss.png"), data.name(), loss, points(run));
  }

  /** From the prior, or of an autoencoder from a factored Gaussian fitted to its codes. */
  private Tensor codes(OpenRun trained, DataSplits data, long seed) {
    if (!CodeDensities.neededBy(trained.model())) {
      return generator.prior(trained.model(), COUNT, seed);
    }
    CodeDensities densities = new CodeDensities(generator);
    Found found =
        densities.find(trained.subject(() -> data), DensityKind.gaussian(), FitProgress.SILENT);
    return found.density().mixture().sample(COUNT, seed);
  }

  private static List<EpochPoint> points(RunFolder run) {
    List<EpochPoint> points = new ArrayList<>();
    for (ObjectNode line : run.metrics().readAll()) {
      for (String split : List.of("train", "validation")) {
        if (line.has(split)) {
          double loss = line.path(split).path("objective").asDouble();
          double reconstruction = line.path(split).path("reconstruction").asDouble();
          double epoch = line.path("epoch").asDouble();
          points.add(new EpochPoint(split, epoch, loss, reconstruction, loss - reconstruction));
        }
      }
    }
    return points;
  }

  /**
   * What codes decode to, in a grid.
   *
   * @param z {@code [count, latent]}
   */
  public void decoded(ModelGraphs model, Tensor z, Generation how, Path file) {
    Tensor pixels = generator.decode(model, z, how);
    int count = Math.toIntExact(z.shape()[0]);
    int columns = Math.min(count, Math.max(COLUMNS, (int) Math.ceil(Math.sqrt(count))));
    Pictures.write(Pictures.grid(pixels.data(), count, model.parts().shape(), columns), file);
  }

  /**
   * The first examples of a split above what comes back of them; of a denoising model, with the
   * corrupted ones that it saw in between.
   */
  public void reconstructions(
      ModelGraphs model, Split split, int count, Generation how, Path file) {
    boolean denoising = model.parts().options().corruption().isPresent();
    List<float[]> views = new ArrayList<>();
    views.add(split.batch(IntStream.range(0, count).toArray(), 0).pixels());
    if (denoising) {
      views.add(generator.corrupt(model, split, count).data());
    }
    Tensor codes =
        denoising
            ? generator.encodeCorrupted(model, split, count)
            : generator.encode(model, split, count);
    views.add(generator.decode(model, codes, how).data());
    float[][] rows = views.toArray(new float[0][]);
    Pictures.write(Pictures.stacks(count, model.parts().shape(), COLUMNS, rows), file);
  }
}
