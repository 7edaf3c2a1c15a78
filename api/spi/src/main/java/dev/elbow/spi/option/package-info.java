/**
 * Annotations on the components of an option record: documentation, default and range.
 *
 * <p>From an annotated record the runtime derives parsing, validation, {@code elbow plugins
 * describe} and the JSON Schema for editors. A plugin never parses a configuration.
 */
@Version("1.0.0")
package dev.elbow.spi.option;

import org.osgi.annotation.versioning.Version;
