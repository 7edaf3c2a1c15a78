/** What a run's folder says, as pages and tables need it. */
package dev.elbow.report.record;
