package dev.elbow.engine.pictures;

import dev.elbow.data.DataSplits;
import dev.elbow.data.Split;
import dev.elbow.engine.evaluation.Generation;
import dev.elbow.engine.evaluation.Generator;
import dev.elbow.engine.metrics.Moment;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.runs.Picture;
import dev.elbow.runs.PictureList;
import dev.elbow.runs.Pictures;
import dev.elbow.runs.RunFolder;
import dev.elbow.runs.Tensor;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The pictures of a run. */
public final class Album {
  private static final int COLUMNS = 8;

  private static final List<Plate> PLATES =
      List.of(
          new Samples(),
          new Reconstructions(),
          new SigmaMaps(),
          new Interpolations(),
          new Manifold(),
          new CodeScatter(),
          new KlBars(),
          new LossCurves());

  private final Generator generator;

  @Inject
  Album(Generator generator) {
    this.generator = generator;
  }

  /**
   * Draws all that there is to draw of a model into the run's images, with a list of them.
   *
   * @param moment of the model
   */
  public List<Picture> fill(RunFolder run, ModelGraphs model, DataSplits data, Moment moment) {
    Scene scene = new Scene(generator, model, data, run, moment);
    List<Picture> pictures =
        PLATES.stream().map(plate -> plate.draw(scene)).flatMap(Optional::stream).toList();
    new PictureList(run.images()).write(pictures);
    return pictures;
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
