/** The installation, its plugins and its backend, started as far as a command needs them. */
package dev.elbow.cli.host;
