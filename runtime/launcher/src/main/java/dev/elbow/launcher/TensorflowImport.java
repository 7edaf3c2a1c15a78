package dev.elbow.launcher;

import java.util.Map;
import org.nd4j.imports.descriptors.tensorflow.TensorflowDescriptorParser;

/**
 * Keeps ND4J from parsing TensorFlow's list of operations.
 *
 * <p>The first gradient graph of a process makes ND4J read that list, 0.9 MB of text, which only
 * its import of TensorFlow models uses; Elbow has none, and its distribution leaves out what the
 * import needs. ND4J parses the list unless it has one, so it is given an empty one.
 */
final class TensorflowImport extends TensorflowDescriptorParser {
  private TensorflowImport() {}

  static void leaveOut() {
    synchronized (TensorflowDescriptorParser.class) {
      if (DESCRIPTORS == null) {
        DESCRIPTORS = Map.of();
      }
    }
  }
}
