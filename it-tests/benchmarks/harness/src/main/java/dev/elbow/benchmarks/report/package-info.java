/** Medians over rounds, ratios, tables, JSON. */
package dev.elbow.benchmarks.report;
