/** What {@code elbow doctor --measure} does: times training steps with each of ND4J's natives. */
package dev.elbow.cli.measure;
