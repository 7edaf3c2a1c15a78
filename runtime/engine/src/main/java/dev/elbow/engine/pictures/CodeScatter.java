package dev.elbow.engine.pictures;

import dev.elbow.runs.Picture;
import dev.elbow.runs.ScatterChart;
import dev.elbow.runs.ScatterChart.Points;
import dev.elbow.runs.Tensor;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The deterministic codes of test examples in a plane, colored by label. */
final class CodeScatter implements Plate {
  private static final int MOST = 3000;
  private static final String FILE = "codes.png";

  @Override
  public Optional<Picture> draw(Scene scene) {
    int count = Math.min(MOST, scene.test().size());
    Optional<int[]> labels = scene.test().labels(IntStream.range(0, count).toArray());
    Tensor codes = scene.generator().encode(scene.model(), scene.test(), count);
    Optional<View> view = view(codes, labels);
    return view.filter(v -> v.write(scene, labels)).map(v -> picture(v, count, labels));
  }

  /** The plane that is shown, with the titles of its axes. */
  private record View(float[] x, float[] y, String xTitle, String yTitle, String words) {

    boolean write(Scene scene, Optional<int[]> labels) {
      Points points = new Points(x, y, labels);
      return ScatterChart.write(scene.image(FILE), "codes of the test set", xTitle, yTitle, points);
    }
  }

  /** Empty where a line is all that could be drawn. */
  private static Optional<View> view(Tensor codes, Optional<int[]> labels) {
    int latent = Math.toIntExact(codes.shape()[1]);
    if (latent > 2) {
      return PrincipalPlane.of(codes).map(CodeScatter::principal);
    }
    float[] x = column(codes, 0);
    if (latent == 2) {
      return Optional.of(new View(x, column(codes, 1), "z1", "z2", ""));
    }
    return labels.map(
        classes -> {
          float[] y = new float[classes.length];
          for (int i = 0; i < y.length; i++) {
            y[i] = classes[i];
          }
          return new View(x, y, "z", "class", "");
        });
  }

  private static View principal(PrincipalPlane plane) {
    return new View(
        plane.x(),
        plane.y(),
        "first principal axis, %s of the variance".formatted(percent(plane.firstShare())),
        "second principal axis, %s of the variance".formatted(percent(plane.secondShare())),
        (" The plane of their first two principal axes has %s of their variance: what looks mixed"
                + " here may be apart in other dimensions.")
            .formatted(percent(plane.firstShare() + plane.secondShare())));
  }

  private static Picture picture(View view, int count, Optional<int[]> labels) {
    String colored = labels.isPresent() ? ", colored by label" : "";
    String look =
        labels.isPresent()
            ? " Look for classes that lie apart though the model never saw a label."
            : " Look for groups, and for codes far from all others.";
    return new Picture(
        FILE,
        "Codes",
        "A scatter chart of the codes of test examples" + colored + ".",
        String.format(Locale.ROOT, "The codes of %,d test examples%s.", count, colored)
            + view.words()
            + look);
  }

  private static float[] column(Tensor codes, int column) {
    int latent = Math.toIntExact(codes.shape()[1]);
    float[] values = new float[Math.toIntExact(codes.shape()[0])];
    for (int i = 0; i < values.length; i++) {
      values[i] = codes.data()[i * latent + column];
    }
    return values;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
