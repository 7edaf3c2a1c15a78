package dev.elbow.experiments.results;

import dev.elbow.experiments.grid.Published;
import dev.elbow.spi.Bound;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Says what a published figure and ours say of one another.
 *
 * <p>Two figures agree if they differ by no more than twice the standard deviation of their
 * difference, {@code 2 sqrt(s_p^2 + s^2 / n)}: s is the deviation of our n seeds, s_p that of a
 * single published run, which is the paper's own where it states one, and otherwise ours. With one
 * seed and no stated spread nothing is known of how runs vary, and nothing is said of agreement. A
 * published figure that is another quantity is not compared.
 */
final class Judge {
  private final OptionalInt paperEpochs;

  /**
   * @param paperEpochs unless the figure says otherwise
   */
  Judge(OptionalInt paperEpochs) {
    this.paperEpochs = paperEpochs;
  }

  Comparison judge(Published published, Setting setting) {
    Optional<Summary> ours = setting.summary(published.figure());
    return new Comparison(
        published, setting, ours, training(published, setting), verdict(published, setting, ours));
  }

  private OptionalInt epochsOf(Published published) {
    return published.epochs().isPresent() ? published.epochs() : paperEpochs;
  }

  /** {@code 15 epochs, as the paper}, or {@code 3 of the paper's 15 epochs}. */
  private String training(Published published, Setting setting) {
    String ours = Digits.epochs(setting.epochs());
    OptionalInt theirs = epochsOf(published);
    if (setting.seeds() == 0 || setting.epochs() == 0) {
      return "";
    }
    if (theirs.isEmpty()) {
      return ours + " epochs";
    }
    return setting.epochs() == theirs.getAsInt()
        ? ours + " epochs, as the paper"
        : ours + " epochs; the paper " + theirs.getAsInt();
  }

  private String verdict(Published published, Setting setting, Optional<Summary> ours) {
    if (ours.isEmpty()) {
      return missing(published, setting);
    }
    if (!published.comparable()) {
      return "They do not compare: the published figure is not a bound. Ours " + bound(ours.get());
    }
    OptionalInt theirs = epochsOf(published);
    boolean shorter = theirs.isPresent() && setting.epochs() < theirs.getAsInt();
    String verdict = difference(published, ours.get());
    String neither = published.bound() ? "" : " By the published formula both: neither is a bound.";
    String after =
        shorter
            ? " Ours was trained for %s of the paper's %d epochs."
                .formatted(Digits.epochs(setting.epochs()), theirs.getAsInt())
            : "";
    return verdict + neither + after;
  }

  private static String missing(Published published, Setting setting) {
    return setting.cells().stream()
        .map(CellResult::failure)
        .filter(reason -> !reason.isEmpty())
        .findFirst()
        .map(reason -> "Ours failed: " + reason)
        .orElse(
            setting.seeds() == 0
                ? "Ours has not been run."
                : "Ours has no " + published.figure() + ".");
  }

  private static String bound(Summary ours) {
    Optional<Bound> bound = ours.bound();
    if (bound.isEmpty()) {
      return "is none either.";
    }
    return bound.get().holds()
        ? "is a bound (" + bound.get().reason() + ")."
        : "is none in the strict sense: " + bound.get().reason() + ".";
  }

  private static String difference(Published published, Summary ours) {
    double difference = ours.mean() - published.value();
    OptionalDouble allowed = allowed(published, ours);
    double scale = allowed.orElse(ours.standardError().orElse(Math.abs(difference) / 10));
    String size = Digits.figure(Math.abs(difference), Math.max(scale, 1e-12));
    String direction = difference < 0 ? "lower" : "higher";
    if (allowed.isEmpty()) {
      return "Ours is %s by %s; of one seed, so that how far runs vary is not known."
          .formatted(direction, size);
    }
    String spread = Digits.error(allowed.getAsDouble());
    return Math.abs(difference) <= allowed.getAsDouble()
        ? "They agree: ours is %s by %s, within the spread of %s."
            .formatted(direction, size, spread)
        : "Ours is %s by %s, more than the spread of %s.".formatted(direction, size, spread);
  }

  private static OptionalDouble allowed(Published published, Summary ours) {
    OptionalDouble own = ours.deviation().isPresent() ? ours.deviation() : published.spread();
    OptionalDouble theirs = published.spread().isPresent() ? published.spread() : own;
    if (own.isEmpty()) {
      return OptionalDouble.empty();
    }
    double variance = square(theirs.getAsDouble()) + square(own.getAsDouble()) / ours.seeds();
    return OptionalDouble.of(2 * Math.sqrt(variance));
  }

  private static double square(double value) {
    return value * value;
  }
}
