/**
 * From YAML to option records, with the place of every mistake.
 *
 * <p>A file becomes a tree of {@link dev.elbow.configuration.ConfigNode}s ({@link
 * dev.elbow.configuration.YamlReader}), the command line changes it ({@link
 * dev.elbow.configuration.Overrides}), the {@link dev.elbow.configuration.Resolver} checks all of
 * it against the record classes and fills in the defaults, and the {@link
 * dev.elbow.configuration.Binder} makes records and parts out of any branch of the resolved tree.
 *
 * <p>Everything here is immutable or without state, and may be used by any thread.
 */
package dev.elbow.configuration;
