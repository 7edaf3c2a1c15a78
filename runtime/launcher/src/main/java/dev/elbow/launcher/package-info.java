/**
 * What happens before a command runs: the backend folder is chosen, its jars join the class path,
 * ND4J is started, and the plugin jars are opened in an OSGi framework.
 *
 * <p>The steps are independent. {@link dev.elbow.launcher.PluginPlatform} does not touch ND4J's
 * natives, so plugins can be listed on a machine without a backend; {@link
 * dev.elbow.launcher.PluginSnapshot#ofClassPath} needs no OSGi.
 */
package dev.elbow.launcher;
