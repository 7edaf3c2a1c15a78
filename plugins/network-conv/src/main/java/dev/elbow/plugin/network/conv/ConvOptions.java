package dev.elbow.plugin.network.conv;

import dev.elbow.spi.Activation;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import java.util.List;
import java.util.Optional;

/**
 * Options of the convolutional network.
 *
 * <p>The body gives every option that is left out its value; an option that is given wins over the
 * body, one by one: {@code {body: vanilla-vae, filters: [32, 64]}} is the tutorial's body with two
 * convolutions.
 */
public record ConvOptions(
    @Doc("a ready body, whose values the options below replace where they are given")
        @Default("custom")
        ConvBody body,
    @Doc("the filters of each convolution, from the image inwards; a decoder takes them backwards")
        @Range(min = 1)
        Optional<List<Integer>> filters,
    @Doc("height and width of each convolution in pixels, at least the stride") @Range(min = 1)
        Optional<Integer> kernel,
    @Doc("the step of each convolution: what a size is divided by, rounded up") @Range(min = 1)
        Optional<Integer> stride,
    @Doc("the widths of the dense layers, from the convolutions to the vector; [] for none")
        @Range(min = 1)
        Optional<List<Integer>> hidden,
    @Doc("the nonlinearity after each hidden layer, in both directions")
        Optional<Activation> activation,
    @Doc("whether each hidden layer is normalised over the batch in front of its nonlinearity")
        Optional<Boolean> batchNorm,
    @Doc(
            "from vector to image: whether the last transposed convolution is a hidden layer too, and"
                + " a convolution of stride 1 makes the image")
        Optional<Boolean> finalConvolution,
    @Doc("batch normalisation: the share of the running statistics that a training step keeps")
        @Default("0.9")
        @Range(min = 0, max = 1, maxExclusive = true)
        double momentum,
    @Doc("batch normalisation: added to the variance")
        @Default("1.0e-5")
        @Range(min = 0, minExclusive = true)
        double epsilon) {}
