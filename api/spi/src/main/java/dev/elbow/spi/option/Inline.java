package dev.elbow.spi.option;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a component whose type is a role: the part's {@code type} and options stand in the same
 * mapping as the record's other components, not in one of their own.
 *
 * <p>With {@code record Item(@Inline Flow flow, @Default("1") int count)}, the configuration {@code
 * {type: planar, count: 8}} is a planar flow and a count of 8. A record has at most one such
 * component, and its other components' names win over the part's.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Inline {}
