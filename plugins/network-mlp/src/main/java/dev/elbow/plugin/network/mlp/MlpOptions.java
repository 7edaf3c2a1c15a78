package dev.elbow.plugin.network.mlp;

import dev.elbow.spi.Activation;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import java.util.List;

/** Options of the multilayer perceptron. */
public record MlpOptions(
    @Doc("the widths of the hidden layers, from input to output")
        @Default("[500, 500]")
        @Range(min = 1)
        List<Integer> hidden,
    @Doc("the nonlinearity after each hidden layer") @Default("relu") Activation activation,
    @Doc("the nonlinearity of the last layer: none leaves it linear") @Default("none")
        Activation output) {}
