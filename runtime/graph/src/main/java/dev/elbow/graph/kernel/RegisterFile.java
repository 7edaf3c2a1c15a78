package dev.elbow.graph.kernel;

import java.util.ArrayDeque;
import java.util.Deque;

/** Hands out the fewest registers: one that is given back is the next to be taken. */
final class RegisterFile {
  private final Deque<Integer> free = new ArrayDeque<>();
  private int count;

  int take() {
    return free.isEmpty() ? count++ : free.pop();
  }

  /** One that is never given back and that nothing else has used. */
  int takeForGood() {
    return count++;
  }

  void give(int register) {
    free.push(register);
  }

  /** How many there have to be. */
  int count() {
    return count;
  }
}
