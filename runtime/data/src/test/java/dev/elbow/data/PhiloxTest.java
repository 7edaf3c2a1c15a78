package dev.elbow.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The known answers of philox4x32-10 that its authors publish with Random123. */
class PhiloxTest {

  @Test
  void givesThePublishedBlockForZeros() {
    assertThat(block(0, 0, 0)).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
  }

  @Test
  void givesThePublishedBlockForOnes() {
    assertThat(block(-1, -1, -1)).containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
  }

  @Test
  void givesThePublishedBlockForTheDigitsOfPi() {
    assertThat(block(0x299f31d0a4093822L, 0x85a308d3243f6a88L, 0x0370734413198a2eL))
        .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
  }

  private static int[] block(long key, long low, long high) {
    int[] words = new int[Philox.WORDS];
    Philox.block(key, low, high, words);
    return words;
  }
}
