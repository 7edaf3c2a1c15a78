package dev.elbow.spi.option;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an option record: a scalar in the record's place is the value of the named component. With
 * {@code @Shorthand("value")}, {@code weight: 0.5} means {@code weight: {value: 0.5}}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Shorthand {
  String value();
}
