package dev.elbow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FlagsTest {

  @Test
  void flagsAreFoundAnywhereBeforeTheEndOfOptions() {
    assertThat(Flags.of(List.of("train", "--json"))).isEqualTo(new Flags(true, false));
    assertThat(Flags.of(List.of("--verbose", "train"))).isEqualTo(new Flags(false, true));
    assertThat(Flags.of(List.of("train", "--", "--json"))).isEqualTo(new Flags(false, false));
  }
}
