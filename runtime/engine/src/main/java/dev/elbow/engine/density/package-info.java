/** Densities fitted to a trained model's codes, to sample from in place of the prior. */
package dev.elbow.engine.density;
