/** Fixed threads for loops over flat arrays. */
package dev.elbow.engine.training.parallel;
