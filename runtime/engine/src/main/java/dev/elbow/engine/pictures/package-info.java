/** The pictures of a run: what a model makes, and what is in its codes. */
package dev.elbow.engine.pictures;
