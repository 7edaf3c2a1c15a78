package dev.elbow.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class InstructionsTest {
  private static final Instructions HASWELL =
      Instructions.parse("processor : 0\nflags\t\t: fpu sse2 fma avx avx2\n\nprocessor : 1\n");

  @Test
  void nativesWithInstructionsThatTheProcessorLacksAreNamed() {
    assertThat(HASWELL.missingFor("linux-x86_64-avx512")).contains("avx512f");
    assertThat(HASWELL.missingFor("linux-x86_64-onednn-avx512")).contains("avx512f");
    assertThat(new Instructions(Set.of("sse2")).missingFor("linux-x86_64-avx2")).contains("avx2");
  }

  @Test
  void nativesThatFitMissNothing() {
    assertThat(HASWELL.missingFor("linux-x86_64-avx2")).isEmpty();
    assertThat(HASWELL.missingFor("linux-x86_64-onednn-avx2")).isEmpty();
    assertThat(HASWELL.missingFor("linux-x86_64-onednn")).isEmpty();
    assertThat(HASWELL.missingFor("linux-x86_64")).isEmpty();
  }

  @Test
  void anUnknownProcessorIsTried() {
    assertThat(Instructions.parse("").missingFor("windows-x86_64-avx512")).isEmpty();
  }
}
