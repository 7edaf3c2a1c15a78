package dev.elbow.engine.pictures;

import dev.elbow.runs.BarChart;
import dev.elbow.runs.Picture;
import dev.elbow.runs.Tensor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The KL of each latent dimension as bars, the greatest first. */
final class KlBars implements Plate {
  private static final int MOST = 3000;
  private static final String FILE = "kl-per-dimension.png";

  /** Nats below which a dimension carries next to nothing. */
  private static final double IDLE = 0.01;

  @Override
  public Optional<Picture> draw(Scene scene) {
    int count = Math.min(MOST, scene.test().size());
    return scene
        .generator()
        .marginalKl(scene.model(), scene.test(), count)
        .map(KlBars::means)
        .filter(means -> write(scene, means))
        .map(means -> picture(means, count));
  }

  /** The mean of each column. */
  static double[] means(Tensor kl) {
    int latent = Math.toIntExact(kl.shape()[1]);
    double[] means = new double[latent];
    for (int i = 0; i < kl.data().length; i++) {
      means[i % latent] += kl.data()[i] / kl.shape()[0];
    }
    return means;
  }

  private static boolean write(Scene scene, double[] means) {
    List<Integer> order =
        IntStream.range(0, means.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -means[i]))
            .toList();
    return BarChart.write(
        scene.image(FILE),
        "KL of each latent dimension",
        "dimension, the greatest first",
        "KL (nats/example)",
        order.stream().map(i -> Integer.toString(i + 1)).toList(),
        order.stream().mapToDouble(i -> means[i]).toArray());
  }

  private static Picture picture(double[] means, int count) {
    long used = Arrays.stream(means).filter(mean -> mean > IDLE).count();
    return new Picture(
        FILE,
        "KL of each dimension",
        "A bar chart of the KL of each latent dimension, the greatest first.",
        String.format(
            Locale.ROOT,
            "How many nats each latent dimension tells of an example, the mean of %,d test"
                + " examples: %d of %d dimensions tell more than %s. Look for bars at 0, which"
                + " are dimensions that the decoder does not hear; all at 0 is posterior"
                + " collapse.",
            count,
            used,
            means.length,
            IDLE));
  }
}
