/** From the cells' figures to tables, verdicts and plots. */
package dev.elbow.experiments.results;
