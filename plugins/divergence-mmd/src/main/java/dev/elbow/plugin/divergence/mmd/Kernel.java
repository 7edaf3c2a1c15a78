package dev.elbow.plugin.divergence.mmd;

import dev.elbow.spi.Graph;
import org.nd4j.autodiff.samediff.SDVariable;

/** A positive definite kernel of the distance r alone. */
interface Kernel {

  /**
   * {@code k(0) - k(r)}: what an estimate of the discrepancy needs, whose constants cancel. It
   * keeps the digits that {@code k(r)} loses where the kernel is nearly flat.
   *
   * @param pairs the squared distances
   * @return of the shape of {@link Pairs#squares()}
   */
  SDVariable drop(Graph graph, Pairs pairs);

  /** The formula, for the log. */
  String description();
}
