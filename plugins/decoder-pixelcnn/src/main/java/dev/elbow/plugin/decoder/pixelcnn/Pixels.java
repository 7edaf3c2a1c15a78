package dev.elbow.plugin.decoder.pixelcnn;

import dev.elbow.spi.Bound;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Graph;
import org.nd4j.autodiff.samediff.SDVariable;

/** The distribution of one channel of one pixel, given its logits. */
interface Pixels {

  /** The number of logits. */
  int levels();

  /**
   * -log p of each value.
   *
   * @param values {@code [n, 1]}
   * @param logits {@code [n, levels]}
   * @return {@code [n, 1]}, nats
   */
  SDVariable negativeLogLikelihood(Graph graph, SDVariable values, SDVariable logits);

  /**
   * A sample of each.
   *
   * @param logits {@code [batch, levels]}
   * @param uniform on (0, 1), {@code [batch, 1]}
   * @return {@code [batch, 1]}
   */
  SDVariable draw(Graph graph, SDVariable logits, SDVariable uniform);

  /** Whether this is a log-probability of such data, and of what. */
  Bound bound(DataValues values);
}
