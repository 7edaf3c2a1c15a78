package dev.elbow.graph;

import java.io.PrintStream;
import org.nd4j.autodiff.samediff.SameDiff;

/** Builds SameDiff's backward graph without the line that it prints for each operation. */
public final class GradientGraph {
  private static final String NOISE = "Added differentiated op";

  private GradientGraph() {}

  /**
   * Builds it once; later calls do nothing.
   *
   * @param inputs whose gradients are wanted beside the variables'
   */
  public static synchronized void ensure(SameDiff sameDiff, String... inputs) {
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

  /** The backward graph, which is built. */
  public static SameDiff of(SameDiff sameDiff) {
    return sameDiff.getFunction(FrugalSession.BACKWARD);
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
