package dev.elbow.engine.options;

import dev.elbow.spi.Decoder;
import dev.elbow.spi.Network;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.Prior;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import java.util.Optional;

/** The parts of the model. */
public record ModelOptions(
    @Doc("the size of z") @Default("20") @Range(min = 1, max = 100_000) int latent,
    @Doc("the network from x to the posterior's parameters") @Default("mlp") Network encoder,
    @Doc("the distribution q(z|x)") @Default("diagonal") Posterior posterior,
    @Doc("the distribution p(z)") @Default("standard-normal") Prior prior,
    @Doc("the likelihood p(x|z)") @Default("bernoulli") Decoder decoder,
    @Doc("noise on what the encoder sees in training, for a denoising autoencoder")
        Optional<CorruptionOptions> corruption) {}
