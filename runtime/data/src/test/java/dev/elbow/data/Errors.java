package dev.elbow.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.elbow.spi.ElbowException;
import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Catches the errors that users see; each has a fix. */
final class Errors {
  private Errors() {}

  static InputException input(String id, ThrowingCallable action) {
    return checked(id, catchThrowableOfType(InputException.class, action));
  }

  static FailureException failure(String id, ThrowingCallable action) {
    return checked(id, catchThrowableOfType(FailureException.class, action));
  }

  private static <E extends ElbowException> E checked(String id, E error) {
    assertThat(error).as("an error " + id).isNotNull();
    assertThat(error.id()).isEqualTo(id);
    assertThat(error.fix()).isNotBlank();
    return error;
  }
}
