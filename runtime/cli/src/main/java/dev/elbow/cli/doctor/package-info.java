/** What {@code elbow doctor} looks at. */
package dev.elbow.cli.doctor;
