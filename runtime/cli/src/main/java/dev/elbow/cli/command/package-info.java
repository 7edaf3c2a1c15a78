/** One class a command. */
package dev.elbow.cli.command;
