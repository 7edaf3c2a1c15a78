/** Steps, epochs, checkpoints: from first parameters to a trained run. */
package dev.elbow.engine.training;
