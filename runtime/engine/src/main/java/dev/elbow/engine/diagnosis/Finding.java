package dev.elbow.engine.diagnosis;

/**
 * A condition that began or is over.
 *
 * @param over whether it was seen before and is not any more
 * @param text one line: what is wrong and what to try
 */
public record Finding(Condition condition, boolean over, String text) {}
