/** Brings every cell of a grid to its figures, each in processes of its own. */
package dev.elbow.experiments.run;
