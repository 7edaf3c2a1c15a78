/** From a configuration file to a run and back: the engine's front door. */
package dev.elbow.engine.experiment;
