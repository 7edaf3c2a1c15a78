/**
 * A small convolutional classifier of a data set's images, by DL4J, that judges samples.
 *
 * <p>The way in is {@link dev.elbow.classifier.Classifiers}. A classifier is trained once for each
 * data set and kept in a folder: {@code Classifiers} looks for it there under a lock, {@code
 * Training} makes it, {@code KeptClassifier} is its file, {@code Design} says which network fits
 * the images, and {@code Network}, with {@code Layout} and {@code NativeConvolution}, is where DL4J
 * is, on a thread of its own.
 */
package dev.elbow.classifier;
