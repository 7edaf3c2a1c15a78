package dev.elbow.engine.audit;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * One use of a flow in a graph.
 *
 * @param place its scope, such as {@code posterior/flow-1}
 * @param plugin its name
 * @param inverse whether the inverse was used
 * @param shift an input {@code [rows, latent]} that is added to the flow's own input
 * @param z the result
 * @param logDeterminant as stated
 */
record FlowCall(
    String place, String plugin, boolean inverse, String shift, String z, String logDeterminant) {

  static FlowCall of(String place, String plugin, boolean inverse, int index) {
    String prefix = "audit/flow-" + index;
    return new FlowCall(
        place, plugin, inverse, prefix + "/shift", prefix + "/z", prefix + "/log-det");
  }

  /** What both uses of one flow in one place share. */
  String term() {
    return place + " " + plugin + (inverse ? ", inverse" : "");
  }

  static void name(String name, SDVariable value) {
    value.getSameDiff().identity(value).rename(name);
  }
}
