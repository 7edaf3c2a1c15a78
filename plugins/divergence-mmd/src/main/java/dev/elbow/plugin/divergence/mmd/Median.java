package dev.elbow.plugin.divergence.mmd;

import dev.elbow.spi.Graph;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * The median squared distance of two different points of the pooled sample, a constant in the
 * graph.
 *
 * <p>Of an even number of pairs it is the lower one in the middle. It is 1 where it would be 0,
 * which any positive number may replace: all points are one.
 */
final class Median {
  /** Parts of the largest distance: below the largest integer by a margin. */
  private static final double PARTS = 0x1p52;

  /** Keeps a part above 0 where all distances are 0. */
  private static final double TINY = 1e-20;

  private static final int[] BETWEEN = {2, 0, 0};
  private static final int[] ONE_BLOCK = {1, -1, -1};

  private Median() {}

  /**
   * Sorting has no gradient in ND4J and an integer needs none: the distances are sorted as integer
   * parts of the largest.
   */
  static SDVariable ofPooled(Graph graph, Pairs pairs) {
    SameDiff sd = graph.sameDiff();
    SDVariable values = pooled(sd, pairs);
    SDVariable largest = graph.stopGradient(values.max());
    SDVariable unit = largest.add(TINY).div(PARTS);
    SDVariable parts = values.div(unit).castTo(DataType.INT64);
    SDVariable middle = new NthElement(sd, parts, middle(sd, pairs)).outputVariable();
    SDVariable median = middle.castTo(graph.dataType()).mul(unit);
    return graph.stopGradient(median.add(median.eq(0).castTo(graph.dataType())));
  }

  /** Every pair of different points twice, and each point with itself: {@code [4 batch^2]}. */
  private static SDVariable pooled(SameDiff sd, Pairs pairs) {
    SDVariable all = sd.reshape(pairs.squares(), -1);
    SDVariable between = sd.reshape(sd.slice(pairs.squares(), BETWEEN, ONE_BLOCK), -1);
    return sd.concat(0, all, between);
  }

  /**
   * Its place: behind the 2n distances of points to themselves, which are 0, come the n(2n-1)
   * pairs, each twice.
   */
  private static SDVariable middle(SameDiff sd, Pairs pairs) {
    SDVariable points = pairs.batch().castTo(DataType.DOUBLE).mul(2);
    SDVariable different = points.mul(points.sub(1)).mul(0.5);
    return points.add(different).sub(1).castTo(DataType.INT64);
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
