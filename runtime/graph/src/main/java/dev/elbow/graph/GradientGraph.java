package dev.elbow.graph;

import java.io.PrintStream;
import org.nd4j.autodiff.samediff.SameDiff;

/** Builds SameDiff's backward graph without the line that it prints for each operation. */
final class GradientGraph {
  private static final String NOISE = "Added differentiated op";

  private GradientGraph() {}

  /**
   * Builds it once; later calls do nothing.
   *
   * @param inputs whose gradients are wanted beside the variables'
   */
  static synchronized void ensure(SameDiff sameDiff, String... inputs) {
    if (sameDiff.hasGradientFunction()) {
      return;
    }
    PrintStream out = System.out;
    System.setOut(new Filter(out));
    try {
      sameDiff.createGradFunction(inputs);
    } finally {
      System.setOut(out);
    }
  }

  /** Lets everything else through: other threads may print meanwhile. */
  private static final class Filter extends PrintStream {
    Filter(PrintStream out) {
      super(out, true);
    }

    @Override
    public void println(String line) {
      if (line == null || !line.startsWith(NOISE)) {
        super.println(line);
      }
    }
  }
}
