/** Update rules on the flat array of parameters: one pass for all of them. */
package dev.elbow.engine.training.optimizer;
