/** Charts as SVG inside a page, in the page's colors. */
package dev.elbow.report.svg;
