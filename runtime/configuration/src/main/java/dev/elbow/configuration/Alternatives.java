package dev.elbow.configuration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a sealed interface whose permitted classes are option records: the configuration chooses one
 * by the key {@code type} and gives that one's options beside it, and no other's. The name alone is
 * the record with its defaults.
 *
 * <p>With {@code sealed interface Rule permits Adam, Sgd}, the configuration {@code {type: sgd,
 * momentum: 0.5}} is an {@code Sgd}. Each record has an {@link Alternative}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Alternatives {

  /** The alternative that a mapping without {@code type} means. */
  String standard();
}
