/** The {@code elbow} command: arguments, exit codes, errors. */
package dev.elbow.cli;
