/** HTML and SVG as trees of elements, and pages that need no network. */
package dev.elbow.report.html;
