package dev.elbow.engine.training.parallel;

import java.util.function.IntConsumer;

/** No thread but the caller's. */
enum CallerOnly implements Workers {
  INSTANCE;

  @Override
  public int count() {
    return 1;
  }

  @Override
  public void run(int parts, IntConsumer part) {
    for (int i = 0; i < parts; i++) {
      part.accept(i);
    }
  }

  @Override
  public void close() {}
}
