package dev.elbow.engine.audit;

import java.util.OptionalDouble;

/**
 * A figure of the audited examples.
 *
 * @param name such as {@code kl}
 * @param weight in the objective; empty for a figure that is no term of it
 * @param stated what the model says, in batches of the training's size
 * @param measured what the audit found; empty if it has no figure of its own to set against it
 * @param standardError of the measured figure; empty if it is exact
 * @param unit nats per example, or what the term says of itself
 * @param remark such as the reason that a term is no bound; may be empty
 */
public record TermFigure(
    String name,
    OptionalDouble weight,
    double stated,
    OptionalDouble measured,
    OptionalDouble standardError,
    String unit,
    String remark) {}
