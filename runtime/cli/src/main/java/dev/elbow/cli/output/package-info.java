/** Text and JSON for people and programs. */
package dev.elbow.cli.output;
