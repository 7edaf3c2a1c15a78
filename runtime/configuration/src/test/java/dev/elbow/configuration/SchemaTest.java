package dev.elbow.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.Flow;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.Role;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Inline;
import dev.elbow.spi.option.Range;
import dev.elbow.spi.option.Shorthand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
  record ArrayOption(int[] sizes) {}

  record FloatOption(float rate) {}

  record MapOption(Map<String, String> names) {}

  record RawList(@SuppressWarnings("rawtypes") List items) {}

  record WildcardList(List<? extends Flow> flows) {}

  record ListOfOptional(List<Optional<String>> names) {}

  record TextRange(@Range(min = 1) String name) {}

  record EmptyRange(@Range(min = 1, max = 0) int size) {}

  record DefaultOutOfRange(@Range(min = 1) @Default("0") int size) {}

  record DefaultOfOtherType(@Default("many") int size) {}

  record DefaultNotYaml(@Default("[1, 2") List<Integer> sizes) {}

  record InlineText(@Inline String name) {}

  record TwoInline(@Inline Flow first, @Inline Flow second) {}

  record InlineBesideType(@Inline Flow flow, String type) {}

  @Shorthand("size")
  record WrongShorthand(int count) {}

  record Inner(Object thing) {}

  record Outer(List<Inner> inner) {}

  record TypeOption(String type) {}

  record Loop(@Default("[]") List<Loop> children, @Default("1") int size) {}

  static Stream<Arguments> unfit() {
    return Stream.of(
        Arguments.of(ArrayOption.class, "SCHEMA-UNSUPPORTED", "int[]"),
        Arguments.of(FloatOption.class, "SCHEMA-UNSUPPORTED", "float"),
        Arguments.of(MapOption.class, "SCHEMA-UNSUPPORTED", "Map"),
        Arguments.of(RawList.class, "SCHEMA-UNSUPPORTED", "List"),
        Arguments.of(WildcardList.class, "SCHEMA-UNSUPPORTED", "? extends"),
        Arguments.of(ListOfOptional.class, "SCHEMA-UNSUPPORTED", "Optional"),
        Arguments.of(TextRange.class, "SCHEMA-RANGE", "name"),
        Arguments.of(EmptyRange.class, "SCHEMA-RANGE", "size"),
        Arguments.of(DefaultOutOfRange.class, "SCHEMA-DEFAULT", "expected x >= 1, found 0"),
        Arguments.of(DefaultOfOtherType.class, "SCHEMA-DEFAULT", "found \"many\""),
        Arguments.of(DefaultNotYaml.class, "SCHEMA-DEFAULT", "sizes"),
        Arguments.of(InlineText.class, "SCHEMA-INLINE", "no part"),
        Arguments.of(TwoInline.class, "SCHEMA-INLINE", "at most one"),
        Arguments.of(InlineBesideType.class, "SCHEMA-TYPE-KEY", "type"),
        Arguments.of(WrongShorthand.class, "SCHEMA-SHORTHAND", "\"size\""));
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void recordsThatNoConfigurationCouldFillAreRefused(
      Class<? extends Record> type, String id, String problem) {
    FailureException e = catchThrowableOfType(FailureException.class, () -> Schema.of(type));

    assertThat(e.id()).isEqualTo(id);
    assertThat(e.problem()).contains(type.getName(), problem);
    assertThat(e.fix()).contains("author");
  }

  @ParameterizedTest
  @MethodSource("unfit")
  void thePluginIsNamedIfTheRecordIsOne(Class<? extends Record> type, String id, String problem) {
    assertThatThrownBy(() -> Schema.of(Role.FLOW, FakeCatalog.fake("bad", type, o -> null)))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining(id)
        .hasMessageContaining("flow bad (" + Fake.class.getName() + " in test-classes)");
  }

  @Test
  void aRecordNestedInAPluginsOptionsIsCheckedToo() {
    assertThatThrownBy(() -> Schema.of(Role.FLOW, FakeCatalog.fake("bad", Outer.class, o -> null)))
        .hasMessageContaining("SCHEMA-UNSUPPORTED")
        .hasMessageContaining("java.lang.Object")
        .hasMessageContaining("flow bad");
  }

  @Test
  void aPluginsOptionMustNotBeCalledType() {
    assertThat(Schema.of(TypeOption.class).keys()).containsExactly("type");
    assertThatThrownBy(
            () -> Schema.of(Role.FLOW, FakeCatalog.fake("bad", TypeOption.class, o -> null)))
        .hasMessageContaining("SCHEMA-TYPE-KEY");
  }

  @Test
  void aFactoryThatCannotTellItsOptionsIsTheFailure() {
    Fake<Flow, NoOptions> silent = new Fake<>("silent", null, (o, c) -> null);

    assertThatThrownBy(() -> Schema.of(Role.FLOW, silent))
        .hasMessageContaining("optionsType() is null")
        .hasMessageContaining("flow silent");
  }

  @Test
  void aRecordMayHoldItself() {
    assertThat(Schema.of(Loop.class).partFree()).isTrue();
    assertThat(Schema.of(Role.FLOW, FakeCatalog.fake("loop", Loop.class, o -> null)).keys())
        .containsExactlyInAnyOrder("children", "size");
  }

  @Test
  void schemasAreReadOnce() {
    assertThat(Schema.of(Loop.class)).isSameAs(Schema.of(Loop.class));
  }
}
