/** Figures, codes and examples of a trained model. */
package dev.elbow.engine.evaluation;
