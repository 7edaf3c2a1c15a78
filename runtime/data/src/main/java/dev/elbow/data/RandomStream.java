package dev.elbow.data;

import java.util.random.RandomGenerator;

/**
 * One stream of random numbers, made by {@link RandomStreams#stream}; used by one thread.
 *
 * <p>The methods declared here give the same bits on every JDK and platform. Those that {@link
 * RandomGenerator} implements by default (bounded {@code long}s, exponentials, {@code Stream}s)
 * follow the JDK's algorithms and carry no such promise.
 */
public final class RandomStream implements RandomGenerator {
  private static final float FLOAT_STEP = 0x1p-23f;
  private static final double DOUBLE_STEP = 0x1p-52;

  private final long key;
  private final long index;
  private final int[] words = new int[Philox.WORDS];
  private long block;
  private int used = Philox.WORDS;

  RandomStream(long key, long index) {
    this.key = key;
    this.index = index;
  }

  @Override
  public int nextInt() {
    if (used == Philox.WORDS) {
      Philox.block(key, block++, index, words);
      used = 0;
    }
    return words[used++];
  }

  @Override
  public long nextLong() {
    long high = nextInt();
    return high << 32 | nextInt() & 0xFFFFFFFFL;
  }

  @Override
  public boolean nextBoolean() {
    return nextInt() < 0;
  }

  /** Unbiased (Lemire, "Fast random integer generation in an interval", 2019). */
  @Override
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("expected a bound of at least 1, found " + bound);
    }
    long product = (nextInt() & 0xFFFFFFFFL) * bound;
    if ((product & 0xFFFFFFFFL) < bound) {
      long biased = (1L << 32) % bound;
      while ((product & 0xFFFFFFFFL) < biased) {
        product = (nextInt() & 0xFFFFFFFFL) * bound;
      }
    }
    return (int) (product >>> 32);
  }

  /** Uniform on the open interval: an odd multiple of 2^-24, never 0 or 1. */
  @Override
  public float nextFloat() {
    return ((nextInt() >>> 9) + 0.5f) * FLOAT_STEP;
  }

  /** Uniform on the open interval: an odd multiple of 2^-53, never 0 or 1. */
  @Override
  public double nextDouble() {
    return ((nextLong() >>> 12) + 0.5) * DOUBLE_STEP;
  }

  /** Standard normal by inversion: one {@link #nextDouble()} each, at most 8.3 from 0. */
  @Override
  public double nextGaussian() {
    return NormalQuantile.of(nextDouble());
  }

  /** Fills with uniforms of the open interval (0, 1), as {@link #nextFloat()} would. */
  public void fillUniform(float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = nextFloat();
    }
  }

  /** Fills with standard normals, as {@link #nextGaussian()} would, rounded to {@code float}. */
  public void fillNormal(float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = (float) nextGaussian();
    }
  }
}
