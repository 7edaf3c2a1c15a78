package dev.elbow.plugin.flow.iaf;

import dev.elbow.spi.Activation;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import java.util.List;

/** Options of the inverse autoregressive flow. */
public record IafOptions(
    @Doc("the widths of the masked network's hidden layers") @Default("[200]") @Range(min = 1)
        List<Integer> hidden,
    @Doc("the nonlinearity of the hidden layers") @Default("relu") Activation activation,
    @Doc("numbers that the encoder gives for each example as context; 0 for none")
        @Default("0")
        @Range(min = 0)
        int context,
    @Doc("added to the gate's logit, so that the flow starts near the identity") @Default("1.5")
        double forgetBias) {}
