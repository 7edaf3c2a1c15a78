/** Classes that the tests pack into jars of their own. */
package dev.elbow.it.plugin;
