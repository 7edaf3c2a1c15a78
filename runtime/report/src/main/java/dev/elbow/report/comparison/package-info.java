/** Several runs side by side: what can be compared, and what cannot, with the reason. */
package dev.elbow.report.comparison;
