/** What an experiment file says: axes, cells, sizes, and what the results are held against. */
package dev.elbow.experiments.grid;
