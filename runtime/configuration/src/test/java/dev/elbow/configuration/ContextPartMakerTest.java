package dev.elbow.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.elbow.spi.ElbowException;
import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Role;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ContextPartMakerTest {
  private static final Place PLACE = new Place("rho.yaml", 3, 5);
  private static final PartContext CONTEXT = FakeCatalog.stub(PartContext.class);

  private static Object make(Supplier<Object> maker) {
    return new ContextPartMaker(CONTEXT)
        .make(
            Role.FLOW,
            FakeCatalog.fake("bent", NoOptions.class, o -> maker.get()),
            new NoOptions(),
            PLACE);
  }

  private static <E extends ElbowException> E thrown(Class<E> type, Supplier<Object> maker) {
    return catchThrowableOfType(type, () -> make(maker));
  }

  private static Object raise(RuntimeException e) {
    throw e;
  }

  @Test
  void theFactoryGetsOptionsAndContext() {
    Fake<Object, NoOptions> factory =
        new Fake<>(
            "seen",
            NoOptions.class,
            (options, context) -> {
              assertThat(options).isEqualTo(new NoOptions());
              assertThat(context).isSameAs(CONTEXT);
              return new Example.Bijection(options);
            });

    assertThat(new ContextPartMaker(CONTEXT).make(Role.FLOW, factory, new NoOptions(), PLACE))
        .isEqualTo(new Example.Bijection(new NoOptions()));
  }

  @Test
  void aComplaintWithoutAPlaceGetsIt() {
    InputException complaint = new InputException("FLOW-ODD", "expected an even z", "", "Add one.");

    InputException e = thrown(InputException.class, () -> raise(complaint));

    assertThat(e.id()).isEqualTo("FLOW-ODD");
    assertThat(e.problem()).isEqualTo("expected an even z");
    assertThat(e.place()).isEqualTo("rho.yaml:3:5");
    assertThat(e.fix()).isEqualTo("Add one.");
    assertThat(e).hasCause(complaint);
  }

  @Test
  void aComplaintWithAPlaceIsPassedOn() {
    InputException complaint = new InputException("FLOW-FILE", "no table", "table.csv", "Make it.");

    assertThat(thrown(InputException.class, () -> raise(complaint))).isSameAs(complaint);
  }

  @Test
  void aFailureOfThePluginIsPassedOn() {
    FailureException failure = new FailureException("FLOW-DISK", "disk full", "", "Free some.");

    assertThat(thrown(FailureException.class, () -> raise(failure))).isSameAs(failure);
  }

  @Test
  void anyOtherExceptionIsADefectOfThePlugin() {
    IllegalStateException cause = new IllegalStateException("bug");

    FailureException e = thrown(FailureException.class, () -> raise(cause));

    assertThat(e.id()).isEqualTo("PLUGIN-FAILED");
    assertThat(e.problem()).contains("flow bent", Fake.class.getName(), "test-classes", "bug");
    assertThat(e.place()).isEqualTo("rho.yaml:3:5");
    assertThat(e).hasCause(cause);
  }

  @Test
  void aMissingClassIsADefectOfThePlugin() {
    FailureException e =
        thrown(
            FailureException.class,
            () -> {
              throw new NoClassDefFoundError("org/acme/Helper");
            });

    assertThat(e.id()).isEqualTo("PLUGIN-FAILED");
    assertThat(e.problem()).contains("org/acme/Helper");
  }

  @Test
  void nothingOrAPartOfAnotherRoleIsADefectOfThePlugin() {
    assertThat(thrown(FailureException.class, () -> null).problem()).contains("made null");
    assertThat(thrown(FailureException.class, () -> new Example.Gap(null)).problem())
        .contains("expected a dev.elbow.spi.Flow", Example.Gap.class.getName());
  }

  @Test
  void anErrorOfTheMachineIsNobodysDefect() {
    OutOfMemoryError error = new OutOfMemoryError("test");

    assertThatThrownBy(
            () ->
                make(
                    () -> {
                      throw error;
                    }))
        .isSameAs(error);
  }
}
