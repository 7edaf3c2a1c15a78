package dev.elbow.configuration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The component, a list, may also be written as one of these forms, or as a single item without the
 * brackets.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Forms {

  /** An enum whose constants are the forms. */
  Class<? extends ListForm> value();
}
