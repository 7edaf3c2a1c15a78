package dev.elbow.it;

import java.nio.ByteBuffer;

/** IDX files in memory. */
final class Idx {
  private Idx() {}

  /** Images of 4 x 4 pixels. */
  static byte[] images(int count) {
    ByteBuffer file = ByteBuffer.allocate(16 + count * 16);
    return file.putInt(0x803).putInt(count).putInt(4).putInt(4).array();
  }

  static byte[] labels(int count) {
    return ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count).array();
  }
}
