package dev.elbow.plugin.decoder.bernoulli;

import dev.elbow.spi.Network;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;

/** Options of the Bernoulli decoder. */
public record BernoulliOptions(
    @Doc("the network from z to the logits") @Default("mlp") Network network) {}
