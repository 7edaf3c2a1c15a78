/** A trained model as metrics ask it, and the metrics that a run is asked. */
package dev.elbow.engine.metrics;
