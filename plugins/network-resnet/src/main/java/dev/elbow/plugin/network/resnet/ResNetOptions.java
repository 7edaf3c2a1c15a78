package dev.elbow.plugin.network.resnet;

import dev.elbow.spi.Activation;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import java.util.List;

/** Options of the residual network. */
public record ResNetOptions(
    @Doc(
            "the filters of each stage, from the image inwards; each stage halves the size, a decoder"
                + " takes them backwards")
        @Default("[32, 64]")
        @Range(min = 1)
        List<Integer> filters,
    @Doc("residual blocks of each stage, the one that changes the size included")
        @Default("2")
        @Range(min = 1)
        int blocks,
    @Doc("the nonlinearity in front of each convolution of a block") @Default("relu")
        Activation activation,
    @Doc("whether to normalise over the batch in front of each nonlinearity") @Default("false")
        boolean batchNorm,
    @Doc("batch normalisation: the share of the running statistics that a training step keeps")
        @Default("0.9")
        @Range(min = 0, max = 1, maxExclusive = true)
        double momentum,
    @Doc("batch normalisation: added to the variance")
        @Default("1.0e-5")
        @Range(min = 0, minExclusive = true)
        double epsilon) {}
