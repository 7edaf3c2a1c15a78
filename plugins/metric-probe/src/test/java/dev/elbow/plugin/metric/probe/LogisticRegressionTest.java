package dev.elbow.plugin.metric.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.spi.Matrix;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On Gaussian blobs of equal covariance, whose best classifier is linear and known. */
class LogisticRegressionTest {

  /** Classes at the given angles on a circle, deviation 1 in two dimensions. */
  private static Labelled blobs(long seed, int count, double radius, double... angles) {
    Random random = new Random(seed);
    float[] codes = new float[2 * count];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % angles.length;
      double angle = angles[labels[i]];
      codes[2 * i] = (float) (radius * Math.cos(angle) + random.nextGaussian());
      codes[2 * i + 1] = (float) (radius * Math.sin(angle) + random.nextGaussian());
    }
    return new Labelled(new Matrix(count, 2, codes), labels);
  }

  private static double accuracy(Labelled train, Labelled test) {
    Standardization scale = Standardization.of(train.codes());
    return LogisticRegression.of(scale.apply(train.codes()), train.labels())
        .accuracy(scale.apply(test.codes()), test.labels());
  }

  /** Means 2 apart: the best accuracy is Phi(1) = 0.8413. */
  @Test
  void twoBlobsAreToldAsWellAsCanBe() {
    double reached = accuracy(blobs(1, 4000, 1, 0, Math.PI), blobs(2, 20000, 1, 0, Math.PI));
    double error = Math.sqrt(0.8413 * 0.1587 / 20000);
    // the boundary of 4000 examples costs far less than the test set's error
    assertThat(reached).isCloseTo(0.8413, within(3 * error));
  }

  /** Of two classes at opposite corners of a square, a line leaves one corner wrong: 3/4. */
  @Test
  void whatNoLineSeparatesIsNotTold() {
    double[] corners = {0, Math.PI / 2, Math.PI, 3 * Math.PI / 2};
    Labelled train = halved(blobs(3, 4000, 4, corners));
    Labelled test = halved(blobs(4, 20000, 4, corners));
    assertThat(accuracy(train, test)).isLessThan(0.8);
  }

  private static Labelled halved(Labelled four) {
    int[] labels = four.labels().clone();
    for (int i = 0; i < labels.length; i++) {
      labels[i] %= 2;
    }
    return new Labelled(four.codes(), labels);
  }

  /** Four blobs at right angles: both coordinates along the diagonals right, Phi(r / sqrt 2)^2. */
  @Test
  void fourBlobsAreToldAsWellAsCanBe() {
    double[] corners = {0, Math.PI / 2, Math.PI, 3 * Math.PI / 2};
    double best = 0.9772498680518208 * 0.9772498680518208;
    double radius = 2 * Math.sqrt(2);
    double reached = accuracy(blobs(5, 4000, radius, corners), blobs(6, 20000, radius, corners));
    assertThat(reached).isCloseTo(best, within(3 * Math.sqrt(best * (1 - best) / 20000)));
  }

  @Test
  void scaleAndPlaceOfTheCodesChangeNothing() {
    Labelled train = blobs(7, 200, 1, 0, Math.PI);
    Labelled test = blobs(8, 500, 1, 0, Math.PI);
    assertThat(accuracy(moved(train), moved(test))).isEqualTo(accuracy(train, test));
  }

  /** By powers of two, so that nothing is rounded. */
  private static Labelled moved(Labelled blobs) {
    float[] values = blobs.codes().values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= i % 2 == 0 ? 1024 : 1f / 64;
    }
    return new Labelled(new Matrix(blobs.codes().rows(), 2, values), blobs.labels());
  }
}
