package dev.elbow.engine.evaluation;

import dev.elbow.spi.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Whether what is minimised is a bound where -log p(x|z) + KL is one: every term says that it
 * belongs to one, and together they weigh at least as much as the KL. More makes the bound looser,
 * as the KL is never negative.
 *
 * @param reasons why it is none; empty for a bound
 * @param remarks such as by how much it is looser
 */
public record ObjectiveBound(List<String> reasons, List<String> remarks) {
  /** Of the KL: a mean in single precision. */
  private static final double TOLERANCE = 1e-5;

  public ObjectiveBound {
    reasons = List.copyOf(reasons);
    remarks = List.copyOf(remarks);
  }

  /**
   * A term of the objective.
   *
   * @param bound whether it belongs to one at weight 1
   * @param minimised the mean of its loss, without the weight
   */
  public record Part(String name, Bound bound, double weight, double minimised) {}

  /**
   * Judges an objective.
   *
   * @param kl the mean of the KL; empty if there is none, and then nothing can be said of weights
   */
  public static ObjectiveBound of(List<Part> parts, OptionalDouble kl) {
    List<String> reasons = new ArrayList<>();
    List<Part> held = new ArrayList<>();
    for (Part part : parts) {
      if (part.weight() != 0 && !part.bound().holds()) {
        reasons.add(part.name() + ": " + part.bound().reason());
      } else if (part.weight() != 0) {
        held.add(part);
      }
    }
    return kl.isEmpty()
        ? new ObjectiveBound(reasons, List.of())
        : compared(held, kl.getAsDouble(), reasons);
  }

  private static ObjectiveBound compared(List<Part> held, double kl, List<String> reasons) {
    double covered = held.stream().mapToDouble(part -> part.weight() * part.minimised()).sum();
    List<String> all = held.stream().map(part -> describe(part, kl)).toList();
    List<String> remarks = new ArrayList<>();
    if (held.isEmpty()) {
      reasons.add("no term holds the KL");
    } else if (covered < kl - rounding(kl)) {
      reasons.add("the KL counts too little: " + String.join(", ", all));
    } else if (covered > kl + rounding(kl)) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "the objective is a looser bound, %.2f nats above negativeElbo: %s",
              covered - kl,
              String.join(", ", all)));
    }
    return new ObjectiveBound(reasons, remarks);
  }

  private static String describe(Part part, double kl) {
    String weighs = part.name() + " weighs " + plain(part.weight());
    return Math.abs(part.minimised() - kl) <= rounding(kl)
        ? weighs
        : String.format(
            Locale.ROOT, "%s and is %.2f nats where the KL is %.2f", weighs, part.minimised(), kl);
  }

  private static double rounding(double kl) {
    return TOLERANCE * (1 + Math.abs(kl));
  }

  /** {@code 4}, {@code 0.25}. */
  private static String plain(double weight) {
    return weight == Math.rint(weight) && Math.abs(weight) < 1e6
        ? String.format(Locale.ROOT, "%.0f", weight)
        : Double.toString(weight);
  }

  /**
   * The same for a report.
   *
   * @param negativeElbo whether -log p(x|z) + KL is a bound
   */
  public Bound with(Bound negativeElbo) {
    List<String> all = new ArrayList<>(reasons);
    if (!negativeElbo.holds()) {
      all.add(0, negativeElbo.reason());
    }
    return all.isEmpty() ? negativeElbo : Bound.none(String.join("; ", all));
  }
}
