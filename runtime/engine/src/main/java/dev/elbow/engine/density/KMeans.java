package dev.elbow.engine.density;

import dev.elbow.data.RandomStream;
import dev.elbow.engine.density.Codes.Range;
import dev.elbow.spi.InputException;
import java.util.Arrays;

/**
 * Where a mixture's fit begins: k-means++ seeds (Arthur and Vassilvitskii, "k-means++: The
 * Advantages of Careful Seeding", 2007), then a few of Lloyd's iterations.
 */
final class KMeans {
  private static final int ITERATIONS = 10;

  private final Codes codes;
  private final double[][] centers;
  private final int[] nearest;
  private final double[] distances;

  private KMeans(Codes codes, int components) {
    this.codes = codes;
    this.centers = new double[components][];
    this.nearest = new int[codes.count()];
    this.distances = new double[codes.count()];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
  }

  /**
   * Groups codes.
   *
   * @return the group of each code; no group is empty
   * @throws InputException if there are fewer distinct codes than groups
   */
  static int[] groups(Codes codes, int components, RandomStream random) {
    KMeans work = new KMeans(codes, components);
    work.seed(random);
    for (int i = 0; i < ITERATIONS && work.move(); i++) {
      work.assign();
    }
    return work.nearest;
  }

  /**
   * k-means++ seeds: each is drawn in proportion to the squared distance from those before it.
   *
   * @return {@code [components][size]}, distinct
   */
  static double[][] seeds(Codes codes, int components, RandomStream random) {
    KMeans work = new KMeans(codes, components);
    work.seed(random);
    return work.centers;
  }

  private void seed(RandomStream random) {
    place(0, random.nextInt(codes.count()));
    for (int k = 1; k < centers.length; k++) {
      double sum = Arrays.stream(distances).sum();
      if (!(sum > 0)) {
        throw tooFew(k, centers.length);
      }
      place(k, choose(random.nextDouble() * sum));
    }
  }

  /** Puts a center on a code, and what is nearest to it under it. */
  private void place(int center, int code) {
    double[] position = new double[codes.size()];
    for (int j = 0; j < position.length; j++) {
      position[j] = codes.at(code, j);
    }
    centers[center] = position;
    codes.inParts(
        part -> {
          for (int i = part.from(); i < part.to(); i++) {
            offer(i, center);
          }
          return part;
        });
  }

  private void offer(int code, int center) {
    double sum = 0;
    double[] position = centers[center];
    for (int j = 0; j < position.length; j++) {
      double difference = codes.at(code, j) - position[j];
      sum += difference * difference;
    }
    if (sum < distances[code]) {
      distances[code] = sum;
      nearest[code] = center;
    }
  }

  /** The code at a point of the distances laid end to end; never one with distance 0. */
  private int choose(double point) {
    double sum = 0;
    int last = -1;
    for (int i = 0; i < distances.length; i++) {
      if (distances[i] > 0) {
        last = i;
        sum += distances[i];
        if (point < sum) {
          return i;
        }
      }
    }
    return last;
  }

  /** Moves each center to the mean of its codes; false if none moved. */
  private boolean move() {
    double[][] means = new double[centers.length][codes.size()];
    int[] counts = new int[centers.length];
    for (int i = 0; i < nearest.length; i++) {
      counts[nearest[i]]++;
      for (int j = 0; j < codes.size(); j++) {
        means[nearest[i]][j] += codes.at(i, j);
      }
    }
    boolean moved = false;
    for (int k = 0; k < means.length; k++) {
      for (int j = 0; j < codes.size(); j++) {
        means[k][j] /= counts[k];
      }
      moved |= !Arrays.equals(means[k], centers[k]);
      centers[k] = means[k];
    }
    return moved;
  }

  private void assign() {
    codes.inParts(this::assign);
    refill();
  }

  private Range assign(Range part) {
    for (int i = part.from(); i < part.to(); i++) {
      distances[i] = Double.POSITIVE_INFINITY;
      for (int k = 0; k < centers.length; k++) {
        offer(i, k);
      }
    }
    return part;
  }

  /** Gives each center that lost all its codes the code that is farthest from its own. */
  private void refill() {
    int[] counts = new int[centers.length];
    for (int group : nearest) {
      counts[group]++;
    }
    for (int k = 0; k < counts.length; k++) {
      if (counts[k] == 0) {
        int farthest = farthest(counts);
        counts[nearest[farthest]]--;
        counts[k]++;
        nearest[farthest] = k;
        distances[farthest] = 0;
      }
    }
  }

  private int farthest(int[] counts) {
    int farthest = -1;
    for (int i = 0; i < distances.length; i++) {
      boolean shared = counts[nearest[i]] > 1;
      if (shared && (farthest < 0 || distances[i] > distances[farthest])) {
        farthest = i;
      }
    }
    return farthest;
  }

  private static InputException tooFew(int distinct, int components) {
    return new InputException(
        "DENSITY-TOO-FEW-CODES",
        "expected at least %d distinct codes for as many components, found %d"
            .formatted(components, distinct),
        "--components",
        "Choose at most " + distinct + ".");
  }
}
