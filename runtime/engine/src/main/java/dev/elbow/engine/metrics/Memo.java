package dev.elbow.engine.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers that were given before. */
final class Memo {
  private final Map<List<Object>, Object> answers = new HashMap<>();

  /** The answer to a question, found once. */
  @SuppressWarnings("unchecked") // a question has answers of one type
  <T> T of(List<Object> question, Supplier<T> answer) {
    Object known = answers.get(question);
    if (known == null) {
      known = answer.get();
      answers.put(question, known);
    }
    return (T) known;
  }
}
