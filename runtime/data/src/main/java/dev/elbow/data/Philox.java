package dev.elbow.data;

/**
 * Philox4x32-10, the counter-based generator of Salmon et al., "Parallel random numbers: as easy as
 * 1, 2, 3" (SC 2011): a keyed bijection of 128-bit counters whose outputs pass BigCrush.
 */
final class Philox {
  /** 32-bit words in a block. */
  static final int WORDS = 4;

  private static final int ROUNDS = 10;
  private static final long MULTIPLIER_0 = 0xD2511F53L;
  private static final long MULTIPLIER_1 = 0xCD9E8D57L;
  private static final int WEYL_0 = 0x9E3779B9;
  private static final int WEYL_1 = 0xBB67AE85;
  private static final long LOW = 0xFFFFFFFFL;

  private Philox() {}

  /**
   * Writes the four words of one block.
   *
   * @param key its low half is the first key word
   * @param low counter words 0 and 1, word 0 in the low half
   * @param high counter words 2 and 3, word 2 in the low half
   * @param target receives {@value #WORDS} words
   */
  static void block(long key, long low, long high, int[] target) {
    int key0 = (int) key;
    int key1 = (int) (key >>> 32);
    int c0 = (int) low;
    int c1 = (int) (low >>> 32);
    int c2 = (int) high;
    int c3 = (int) (high >>> 32);
    for (int round = 0; round < ROUNDS; round++) {
      long product0 = (c0 & LOW) * MULTIPLIER_0;
      long product1 = (c2 & LOW) * MULTIPLIER_1;
      c0 = (int) (product1 >>> 32) ^ c1 ^ key0;
      c1 = (int) product1;
      c2 = (int) (product0 >>> 32) ^ c3 ^ key1;
      c3 = (int) product0;
      key0 += WEYL_0;
      key1 += WEYL_1;
    }
    target[0] = c0;
    target[1] = c1;
    target[2] = c2;
    target[3] = c3;
  }
}
