package dev.elbow.spi.option;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of an option that the configuration leaves out, written as it would be in YAML: {@code
 * "1.0e-3"}, {@code "[500, 500]"}, {@code "{type: mlp, hidden: [200]}"}.
 *
 * <p>An option without a default is required, unless its type is {@link java.util.Optional}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
  String value();
}
