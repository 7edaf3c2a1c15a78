package dev.elbow.data;

import java.nio.charset.StandardCharsets;

/**
 * Seeded randomness with no state to save: a stream is a pure function of (seed, name, index).
 *
 * <p>The seed and the name are mixed into a 64-bit key; the index is one half of the generator's
 * counter. Two indices of one (seed, name) therefore never overlap, and a run continues at step n
 * by asking for stream n.
 */
public final class RandomStreams {
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private RandomStreams() {}

  /**
   * A new stream at its beginning.
   *
   * @param name what the numbers are for, such as {@code shuffle}
   * @param index which of the streams of that name, such as the epoch or the step
   */
  public static RandomStream stream(long seed, String name, long index) {
    return new RandomStream(key(seed, name), index);
  }

  /** A bijection of the seed for any one name, so that no two seeds share a stream. */
  private static long key(long seed, String name) {
    long hash = FNV_OFFSET;
    for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (letter & 0xFF)) * FNV_PRIME;
    }
    return mix(mix(seed) + hash);
  }

  /** The finaliser of SplitMix64 (Stafford's variant 13). */
  private static long mix(long bits) {
    long z = bits;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
