/**
 * Where examples and random numbers come from: IDX files, named datasets, splits, binarisation,
 * batches, and the seeded streams that everything random in a run is drawn from.
 *
 * <p>The way in is {@link dev.elbow.data.DataSplits#open}; {@link dev.elbow.data.BatchLoader} turns
 * a split into batches. Whatever is random here is a function of the seed and of a position (epoch,
 * image), never of what was drawn before, so that a run continues from any batch to the same bits.
 */
package dev.elbow.data;
