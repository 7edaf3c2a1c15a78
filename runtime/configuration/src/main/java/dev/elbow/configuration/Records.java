package dev.elbow.configuration;

import dev.elbow.spi.ElbowException;
import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Calls the canonical constructors of option records. */
final class Records {
  private Records() {}

  static Record create(Schema schema, List<Object> arguments, Place place) {
    try {
      return constructor(schema.type()).newInstance(arguments.toArray());
    } catch (InvocationTargetException e) {
      throw refused(schema, e.getCause(), place);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw failed(schema, e, place);
    }
  }

  /** Option records need not be public, so that a bundle can keep them to itself. */
  private static Constructor<? extends Record> constructor(Class<? extends Record> type)
      throws NoSuchMethodException {
    Class<?>[] parameters =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Constructor<? extends Record> constructor = type.getDeclaredConstructor(parameters);
    constructor.setAccessible(true);
    return constructor;
  }

  private static ElbowException refused(Schema schema, Throwable cause, Place place) {
    if (cause instanceof VirtualMachineError error) {
      throw error;
    }
    if (cause instanceof InputException e) {
      return placed(e, place);
    }
    if (cause instanceof FailureException e) {
      return e;
    }
    if (cause instanceof IllegalArgumentException) {
      String message =
          cause.getMessage() == null ? "these options do not fit each other" : cause.getMessage();
      String fix = "Change these keys: " + String.join(", ", schema.keysInOrder()) + ".";
      return new InputException("CFG-VALUE", message, place.toString(), fix, cause);
    }
    return failed(schema, cause, place);
  }

  /** The exception with a place, if it has none yet. */
  static InputException placed(InputException e, Place place) {
    return e.place().isEmpty()
        ? new InputException(e.id(), e.problem(), place.toString(), e.fix(), e)
        : e;
  }

  private static FailureException failed(Schema schema, Throwable cause, Place place) {
    return new FailureException(
        "PLUGIN-FAILED",
        "the option record %s could not be made: %s".formatted(Origin.of(schema.type()), cause),
        place.toString(),
        SchemaReader.DEFECT,
        cause);
  }
}
