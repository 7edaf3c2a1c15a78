package dev.elbow.graph.kernel;

/** Something that is done to the registers of a block. */
interface Action {
  /**
   * Before the first block of a part.
   *
   * @param part the index of the part
   */
  default void begin(float[][] registers, int part) {}

  /** For each block, in order. */
  default void run(Registers scratch, float[][] registers, Region region, int part) {}

  /** After the last block of all parts, in one thread. */
  default void end(int parts) {}
}
