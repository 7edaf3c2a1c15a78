package dev.elbow.configuration;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.util.Objects;

/**
 * Makes parts for one model, and tells a plugin's complaint from its defect.
 *
 * <p>An {@link InputException} of the plugin gets the configuration's place if it has none; any
 * other exception or linkage error becomes {@code PLUGIN-FAILED} with role, name, class and jar.
 *
 * @param context what the parts may know of the model
 */
public record ContextPartMaker(PartContext context) implements PartMaker {

  public ContextPartMaker {
    Objects.requireNonNull(context);
  }

  @Override
  public Object make(Role role, PartFactory<?, ?> factory, Record options, Place place) {
    Object part;
    try {
      part = create(factory, options);
    } catch (InputException e) {
      throw Records.placed(e, place);
    } catch (FailureException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw failed(role, factory, place, e.toString(), e);
    }
    if (!role.partType().isInstance(part)) {
      String made = part == null ? "null" : part.getClass().getName();
      String problem = "expected a " + role.partType().getName() + ", made " + made;
      throw failed(role, factory, place, problem, null);
    }
    return part;
  }

  @SuppressWarnings("unchecked") // the options are of factory.optionsType()
  private Object create(PartFactory<?, ?> factory, Record options) {
    return ((PartFactory<?, Record>) factory).create(options, context);
  }

  private static FailureException failed(
      Role role, PartFactory<?, ?> factory, Place place, String problem, Throwable cause) {
    return new FailureException(
        "PLUGIN-FAILED",
        "%s failed: %s".formatted(Origin.of(role, PartSchemas.name(factory), factory), problem),
        place.toString(),
        SchemaReader.DEFECT + " Until then choose another " + role.label() + ".",
        cause);
  }
}
