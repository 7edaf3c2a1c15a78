package dev.elbow.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.nd4j.autodiff.samediff.internal.memory.AbstractMemoryMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The arrays of one execution of a graph, so that they can be freed after it.
 *
 * <p>SameDiff frees nothing in a backward graph: every activation and gradient waits for Java's
 * garbage collector, which does not see native memory. A convolutional model of batch 128 then
 * takes 100 MB more with each step, up to all that ND4J may have.
 */
final class SessionMemory extends AbstractMemoryMgr {
  private final boolean freesOnRelease;
  private final List<INDArray> allocated = new ArrayList<>();

  private SessionMemory(boolean freesOnRelease) {
    this.freesOnRelease = freesOnRelease;
  }

  /** For forward graphs: an array goes when the last operation that reads it is done. */
  static SessionMemory freeingOnRelease() {
    return new SessionMemory(true);
  }

  /** For backward graphs, which read what the forward graph has finished with. */
  static SessionMemory freeingAtTheEnd() {
    return new SessionMemory(false);
  }

  @Override
  public INDArray allocate(boolean detached, DataType dataType, long... shape) {
    return noted(Nd4j.createUninitializedDetached(dataType, shape));
  }

  @Override
  public INDArray allocate(boolean detached, LongShapeDescriptor descriptor) {
    return noted(
        descriptor.isEmpty()
            ? Nd4j.create(descriptor)
            : Nd4j.createUninitializedDetached(
                descriptor.dataType(), descriptor.getOrder(), descriptor.getShape()));
  }

  private INDArray noted(INDArray array) {
    allocated.add(array);
    return array;
  }

  @Override
  public void release(INDArray array) {
    if (freesOnRelease && array.closeable()) {
      array.close();
    }
  }

  @Override
  public void close() {
    closeAllBut(List.of());
  }

  /** Frees the arrays of this execution that no result lies in. */
  void closeAllBut(Collection<INDArray> results) {
    List<Extent> kept = results.stream().map(Extent::of).toList();
    for (INDArray array : allocated) {
      if (array.closeable() && kept.stream().noneMatch(Extent.of(array)::overlaps)) {
        array.close();
      }
    }
    allocated.clear();
  }

  /** Where an array's buffer lies: results may be views, or share their memory. */
  private record Extent(long from, long to) {
    static Extent of(INDArray array) {
      if (array.wasClosed() || array.isEmpty()) {
        return new Extent(0, 0);
      }
      long from = array.data().pointer().address();
      return new Extent(from, from + array.data().length() * array.dataType().width());
    }

    boolean overlaps(Extent other) {
      return from < other.to && other.from < to;
    }
  }
}
