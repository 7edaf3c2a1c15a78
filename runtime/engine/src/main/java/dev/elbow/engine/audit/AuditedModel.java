package dev.elbow.engine.audit;

import java.util.List;

/**
 * What was found with one set of parameters.
 *
 * @param parameters which, in words
 * @param figures of the examples
 * @param checks in the order they were made
 * @param negativeElbo of the figure that Elbow prints
 * @param objective of what is minimised
 */
public record AuditedModel(
    String parameters,
    List<TermFigure> figures,
    List<Check> checks,
    Verdict negativeElbo,
    Verdict objective) {
  public AuditedModel {
    figures = List.copyOf(figures);
    checks = List.copyOf(checks);
  }
}
