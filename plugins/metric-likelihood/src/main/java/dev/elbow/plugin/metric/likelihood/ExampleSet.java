package dev.elbow.plugin.metric.likelihood;

import dev.elbow.spi.Examples;
import dev.elbow.spi.TrainedModel;
import dev.elbow.spi.option.Doc;

/** Which examples are measured. */
public enum ExampleSet {
  @Doc("the examples that the model learned from")
  TRAIN,
  @Doc("the examples that it has not seen")
  TEST;

  Examples of(TrainedModel model) {
    return this == TRAIN ? model.train() : model.test();
  }
}
