package dev.elbow.classifier;

import dev.elbow.spi.DataShape;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.schedule.ISchedule;

/** A {@link Design} as a configuration of DL4J. */
final class Layout {
  private Layout() {}

  static MultiLayerConfiguration of(Design design, ISchedule rate) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .dataType(DataType.FLOAT)
            .updater(new Adam(rate))
            .activation(Activation.RELU)
            .convolutionMode(ConvolutionMode.Truncate)
            .list();
    for (int filters : design.filters()) {
      list.layer(new NativeConvolution(Design.KERNEL, filters));
      if (design.lastPools()) {
        list.layer(
            new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(Design.POOL, Design.POOL)
                .stride(Design.POOL, Design.POOL)
                .build());
      }
    }
    DataShape shape = design.shape();
    return list.layer(new DenseLayer.Builder().nOut(Design.HIDDEN).build())
        .layer(
            new OutputLayer.Builder(LossFunction.MCXENT)
                .activation(Activation.SOFTMAX)
                .nOut(design.classes())
                .build())
        .setInputType(input(design, shape))
        .build();
  }

  private static InputType input(Design design, DataShape shape) {
    return design.filters().isEmpty()
        ? InputType.feedForward(shape.features())
        : InputType.convolutional(shape.height(), shape.width(), shape.channels());
  }
}
