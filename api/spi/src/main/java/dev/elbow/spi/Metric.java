package dev.elbow.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A question to a trained model whose answer is a number, or a few that belong together.
 *
 * <p>The same model and the same options give the same numbers: whatever is random is drawn from
 * {@link TrainedModel#seed}.
 */
@ConsumerType
public interface Metric {

  /**
   * Measures.
   *
   * @return at least one, each with a name of its own
   * @throws InputException if this model or its data cannot be asked, such as one without densities
   *     or data without labels; the message says what is missing. Other metrics are still measured.
   */
  List<Measurement> measure(TrainedModel model);
}
