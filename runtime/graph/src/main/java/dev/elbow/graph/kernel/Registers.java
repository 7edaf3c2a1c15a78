package dev.elbow.graph.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * The blocks that a thread works on.
 *
 * <p>The JIT compiler makes vector instructions of loops over arrays, and of no conversion of a
 * float to its bits. The bits of a block are therefore taken through memory.
 */
final class Registers {
  /** Floats of a block: a few blocks fit the first cache. */
  static final int BLOCK = 1024;

  private static final ThreadLocal<Registers> LOCAL = ThreadLocal.withInitial(Registers::new);

  private float[][] blocks = new float[0][];
  final float[] scratch = new float[BLOCK];
  final float[] other = new float[BLOCK];
  final float[] third = new float[BLOCK];
  final float[] defects = new float[BLOCK];
  final int[] bits = new int[BLOCK];
  final int[] moreBits = new int[BLOCK];
  private final FloatBuffer floats;
  private final IntBuffer integers;

  private Registers() {
    ByteBuffer memory = ByteBuffer.allocateDirect(BLOCK * Float.BYTES);
    memory.order(ByteOrder.nativeOrder());
    floats = memory.asFloatBuffer();
    integers = memory.asIntBuffer();
  }

  /** The calling thread's. */
  static Registers here() {
    return LOCAL.get();
  }

  /** At least so many blocks. */
  float[][] blocks(int count) {
    if (blocks.length < count) {
      blocks = new float[count][BLOCK];
    }
    return blocks;
  }

  /** The bits of floats. */
  void toBits(float[] from, int[] to, int n) {
    floats.put(0, from, 0, n);
    integers.get(0, to, 0, n);
  }

  /** The floats of bits. */
  void toFloats(int[] from, float[] to, int n) {
    integers.put(0, from, 0, n);
    floats.get(0, to, 0, n);
  }
}
