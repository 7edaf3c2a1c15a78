package dev.elbow.classifier;

import java.util.Collection;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.layers.mkldnn.MKLDNNConvHelper;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's convolution, executed by ND4J's operation {@code conv2d} and its gradient.
 *
 * <p>By default DL4J lays out each patch of its input itself, which takes about fifty times longer;
 * what makes it use the operation is a property of the whole JVM. The helper's name says oneDNN,
 * but what it calls is on every backend.
 */
final class NativeConvolution extends ConvolutionLayer {
  private static final long serialVersionUID = 1L;

  NativeConvolution(int kernel, int filters) {
    super(new Builder(kernel, kernel).nOut(filters));
  }

  @Override
  public Layer instantiate(
      NeuralNetConfiguration configuration,
      Collection<TrainingListener> listeners,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType dataType) {
    Running layer = new Running(configuration, dataType);
    layer.setListeners(listeners);
    layer.setIndex(index);
    layer.setParamsViewArray(parameters);
    layer.setParamTable(initializer().init(configuration, parameters, initialize));
    layer.setConf(configuration);
    return layer;
  }

  private static final class Running
      extends org.deeplearning4j.nn.layers.convolution.ConvolutionLayer {
    private static final long serialVersionUID = 1L;

    Running(NeuralNetConfiguration configuration, DataType dataType) {
      super(configuration, dataType);
      helper = new MKLDNNConvHelper(dataType);
    }
  }
}
