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

  /** Images of 8 x 8 pixels, each with one white column. */
  static byte[] columns(int count) {
    ByteBuffer file = ByteBuffer.allocate(16 + count * 64);
    file.putInt(0x803).putInt(count).putInt(8).putInt(8);
    for (int i = 0; i < count; i++) {
      for (int row = 0; row < 8; row++) {
        file.put(16 + i * 64 + row * 8 + i % 8, (byte) 255);
      }
    }
    return file.array();
  }

  /** Of {@link #columns}: whether the white column is in the right half. */
  static byte[] halves(int count) {
    ByteBuffer file = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
    for (int i = 0; i < count; i++) {
      file.put((byte) (i % 8 / 4));
    }
    return file.array();
  }

  static byte[] labels(int count) {
    return ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count).array();
  }
}
