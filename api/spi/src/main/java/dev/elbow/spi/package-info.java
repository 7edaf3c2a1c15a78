/**
 * The contract between Elbow and its plugins, and the only package a plugin needs.
 *
 * <p>A model is made of parts. Each part has a role: {@link dev.elbow.spi.Network}, {@link
 * dev.elbow.spi.Posterior}, {@link dev.elbow.spi.Flow}, {@link dev.elbow.spi.Prior}, {@link
 * dev.elbow.spi.Divergence} or {@link dev.elbow.spi.Decoder}. A plugin publishes a {@link
 * dev.elbow.spi.PartFactory} for its role; the factory turns an option record into an immutable
 * part; the part receives {@link org.nd4j.autodiff.samediff.SDVariable}s and returns {@code
 * SDVariable}s. It builds the graph and never runs it.
 *
 * <p>A {@link dev.elbow.spi.Metric} is a part of the evaluation: it asks a {@link
 * dev.elbow.spi.TrainedModel} and answers with {@link dev.elbow.spi.Measurement}s.
 *
 * <p><b>Shapes</b> are stated batch first. {@code batch} is the number of examples in the graph's
 * input and varies from call to call; {@code latent} is the size of z; {@code features} is the size
 * of x. A latent sample is {@code [batch, latent]}, an example is flat, {@code [batch, features]}
 * (channel, row, column), a log density or divergence of an example is {@code [batch]}.
 *
 * <p><b>Units</b> are nats per example. Nothing is ever summed or averaged over the batch by a part
 * unless its documentation says so: the loss is the mean over the batch and the engine takes it. A
 * term whose figure has another unit states it with {@link dev.elbow.spi.Term#withUnit}.
 *
 * <p><b>Threads</b>: factories and parts are immutable and used by any thread; all state is in the
 * graph.
 */
@Version("1.0.0")
package dev.elbow.spi;

import org.osgi.annotation.versioning.Version;
