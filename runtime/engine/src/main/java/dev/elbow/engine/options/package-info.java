/** The configuration file as records. */
package dev.elbow.engine.options;
