package dev.elbow.plugin.divergence.adversarial;

import dev.elbow.spi.Network;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/** Options of the adversarial term. */
public record AdversarialOptions(
    @Doc("the discriminator's body, from a code to one number")
        @Default("{type: mlp, hidden: [256, 256]}")
        Network network,
    @Doc("the discriminator's own learning rate")
        @Default("1.0e-3")
        @Range(min = 0, minExclusive = true)
        double learningRate) {}
