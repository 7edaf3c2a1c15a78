/** The snapshot of plugins that an experiment works on. */
package dev.elbow.engine.registry;
