package dev.elbow.spi;

import java.util.Objects;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A term of the objective: what is minimised, what is reported, and whether it belongs to a bound.
 *
 * <p>The two differ where only the gradient of the loss means something (Stein, adversarial) or
 * where the loss is bent on purpose (free bits). Both are per example, {@code [batch]}, or one
 * figure of the whole batch, a scalar.
 */
public final class Term {
  /** The unit of a figure that does not state another. */
  public static final String NATS_PER_EXAMPLE = "nats per example";

  private final SDVariable loss;
  private final SDVariable reported;
  private final Bound bound;
  private final String note;
  private final String unit;
  private final Optional<SDVariable> adversaryLoss;

  private Term(
      SDVariable loss,
      SDVariable reported,
      Bound bound,
      String note,
      String unit,
      Optional<SDVariable> adversaryLoss) {
    this.loss = Objects.requireNonNull(loss);
    this.reported = Objects.requireNonNull(reported);
    this.bound = Objects.requireNonNull(bound);
    this.note = Objects.requireNonNull(note);
    this.unit = Objects.requireNonNull(unit);
    this.adversaryLoss = adversaryLoss;
  }

  /** A term that with weight 1 completes a bound: the KL of each example to the prior. */
  public static Term ofBound(SDVariable loss) {
    return new Term(loss, loss, Bound.on("log p(x)"), "", NATS_PER_EXAMPLE, Optional.empty());
  }

  /** A term that belongs to no bound, with the reason. */
  public static Term notABound(SDVariable loss, String reason) {
    return new Term(loss, loss, Bound.none(reason), "", NATS_PER_EXAMPLE, Optional.empty());
  }

  /** The same term, reporting another figure than it minimises. */
  public Term reporting(SDVariable figure) {
    return new Term(loss, figure, bound, note, unit, adversaryLoss);
  }

  /** The same term with a remark for the log, such as "closed form". */
  public Term withNote(String remark) {
    return new Term(loss, reported, bound, remark, unit, adversaryLoss);
  }

  /**
   * The same term with a reported figure of another unit than nats per example: {@code nats} of a
   * whole batch, {@code dimensionless}.
   */
  public Term withUnit(String ofReported) {
    return new Term(loss, reported, bound, note, ofReported, adversaryLoss);
  }

  /**
   * The same term with an adversary whose parameters, created through {@link Graph#adversary},
   * minimise this scalar in the same step.
   */
  public Term withAdversary(SDVariable scalarLoss) {
    return new Term(loss, reported, bound, note, unit, Optional.of(scalarLoss));
  }

  /** What the model minimises, {@code [batch]} or scalar. */
  public SDVariable loss() {
    return loss;
  }

  /** What is printed, {@code [batch]} or scalar; the loss by default. */
  public SDVariable reported() {
    return reported;
  }

  /** Whether the loss, with weight 1, belongs to a bound. */
  public Bound bound() {
    return bound;
  }

  /** A remark for the log; may be empty. */
  public String note() {
    return note;
  }

  /** The unit of the reported figure; nats per example by default. */
  public String unit() {
    return unit;
  }

  /** The adversary's own loss, a scalar. */
  public Optional<SDVariable> adversaryLoss() {
    return adversaryLoss;
  }
}
