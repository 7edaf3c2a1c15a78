/** What goes wrong in a training, seen from a few numbers of each epoch. */
package dev.elbow.engine.diagnosis;
