/** The command: processes, one after the other, and the report. */
package dev.elbow.benchmarks.run;
