/** Parts assembled into the graphs of one model. */
package dev.elbow.engine.model;
