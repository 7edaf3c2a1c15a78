package dev.elbow.graph.lowering;

import dev.elbow.graph.ir.Call;

/** Turns a call into other nodes that do the same. */
interface Translator {
  /**
   * Translates a call whose inputs stand as they are now.
   *
   * @param recorded the call as it was recorded, for its outputs
   * @param call the same with what stands for its inputs
   * @return false if it has to stay a call; nothing is emitted then
   */
  boolean translate(Call recorded, Call call, Emitter emitter);
}
