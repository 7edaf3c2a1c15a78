package dev.elbow.plugin.divergence.stein;

import dev.elbow.spi.Graph;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * The median squared distance of two different codes, a constant in the graph.
 *
 * <p>Of an even number of pairs it is the lower one in the middle. It is 1 where it would be 0: for
 * a batch of 1, and for codes that are all equal, any positive number does.
 */
final class Median {
  /** Parts of the largest distance: below the largest integer by a margin. */
  private static final double PARTS = 0x1p52;

  /** Keeps a part above 0 where all distances are 0. */
  private static final double TINY = 1e-20;

  private Median() {}

  /**
   * Sorting has no gradient in ND4J and an integer needs none: the distances are sorted as integer
   * parts of the largest.
   *
   * @param squares of all pairs, {@code [n, n]}
   * @param count n
   */
  static SDVariable ofPairs(Graph graph, SDVariable squares, SDVariable count) {
    SameDiff sd = graph.sameDiff();
    SDVariable values = sd.reshape(squares, -1);
    SDVariable largest = graph.stopGradient(values.max());
    SDVariable unit = largest.add(TINY).div(PARTS);
    SDVariable parts = values.div(unit).castTo(DataType.INT64);
    SDVariable middle = new NthElement(sd, parts, middle(count)).outputVariable();
    SDVariable median = middle.castTo(graph.dataType()).mul(unit);
    return graph.stopGradient(median.add(median.eq(0).castTo(graph.dataType())));
  }

  /**
   * Its place: behind the n distances of codes to themselves, which are 0, come the n(n-1)/2 pairs,
   * each twice.
   */
  private static SDVariable middle(SDVariable count) {
    SDVariable n = count.castTo(DataType.DOUBLE);
    SDVariable different = n.mul(n.sub(1)).mul(0.5);
    return n.add(different).sub(1).castTo(DataType.INT64);
  }

  /** The n-th smallest of a vector of integers. SameDiff has the operation, but no way to it. */
  private static final class NthElement extends DynamicCustomOp {
    NthElement(SameDiff sd, SDVariable values, SDVariable n) {
      super("nth_element", sd, new SDVariable[] {values, n});
      addIArgument(0);
    }

    /** The superclass asks for it before it has its own field. */
    @Override
    public String opName() {
      return "nth_element";
    }

    @Override
    public List<DataType> calculateOutputDataTypes(List<DataType> inputs) {
      return List.of(inputs.get(0));
    }
  }
}
