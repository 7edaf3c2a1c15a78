package dev.elbow.engine.audit;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One comparison of what a model states with what was measured.
 *
 * @param term such as {@code kl}, or a flow's place
 * @param what was compared with what
 * @param outcome of the comparison
 * @param figures in nats, means over examples; empty where the comparison is no single number
 * @param text a sentence: what is wrong, why it was not checked, or a remark; may be empty
 * @param scope which verdict rests on it
 */
public record Check(
    String term, String what, Outcome outcome, Figures figures, String text, Scope scope) {

  public Check {
    Objects.requireNonNull(term);
    Objects.requireNonNull(what);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(figures);
    Objects.requireNonNull(text);
    Objects.requireNonNull(scope);
  }

  /** A verdict. */
  public enum Scope {
    /** On the printed figure, and therefore on what is minimised as well. */
    NEGATIVE_ELBO,
    /** On what is minimised alone. */
    OBJECTIVE,
    /** On neither: a remark. */
    NONE
  }

  /** What came of a comparison. */
  public enum Outcome {
    /** Stated and measured agree. */
    PASSED,
    /** They do not: the text says by how much. */
    FAILED,
    /** It could not be measured: the text says why. */
    UNCHECKED,
    /** A fact that is neither right nor wrong. */
    NOTED
  }

  /**
   * What the model states and what was measured.
   *
   * @param standardError of the measured figure; empty if it is exact
   */
  public record Figures(
      OptionalDouble stated, OptionalDouble measured, OptionalDouble standardError) {
    static final Figures NONE =
        new Figures(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    static Figures exact(double stated, double measured) {
      return new Figures(
          OptionalDouble.of(stated), OptionalDouble.of(measured), OptionalDouble.empty());
    }

    static Figures estimated(double stated, double measured, double error) {
      return new Figures(
          OptionalDouble.of(stated), OptionalDouble.of(measured), OptionalDouble.of(error));
    }
  }

  /** The same with these figures. */
  Check with(Figures numbers) {
    return new Check(term, what, outcome, numbers, text, scope);
  }

  /** The same of another term. */
  Check named(String other) {
    return new Check(other, what, outcome, figures, text, scope);
  }

  /** The same for another verdict. */
  Check in(Scope other) {
    return new Check(term, what, outcome, figures, text, other);
  }

  /** Whether it says that the verdict's figure is wrong. */
  boolean fails(Scope verdict) {
    return outcome == Outcome.FAILED && scope == verdict;
  }

  static Check passed(String term, String what) {
    return new Check(term, what, Outcome.PASSED, Figures.NONE, "", Scope.NEGATIVE_ELBO);
  }

  static Check failed(String term, String what, String text) {
    return new Check(term, what, Outcome.FAILED, Figures.NONE, text, Scope.NEGATIVE_ELBO);
  }

  static Check unchecked(String term, String what, String text) {
    return new Check(term, what, Outcome.UNCHECKED, Figures.NONE, text, Scope.NEGATIVE_ELBO);
  }

  static Check noted(String term, String what, String text) {
    return new Check(term, what, Outcome.NOTED, Figures.NONE, text, Scope.NONE);
  }

  /** Passed or failed. */
  static Check of(boolean passed, String term, String what, String failure) {
    return passed ? passed(term, what) : failed(term, what, failure);
  }
}
