/** One self-contained page for a run. */
package dev.elbow.report;
