/** Principal component analysis, the exact answer that a linear autoencoder approaches. */
package dev.elbow.engine.pca;
