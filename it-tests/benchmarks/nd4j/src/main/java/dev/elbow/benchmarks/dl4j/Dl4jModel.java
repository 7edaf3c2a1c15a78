package dev.elbow.benchmarks.dl4j;

import dev.elbow.benchmarks.cases.Model;
import dev.elbow.benchmarks.worker.Job;
import dev.elbow.benchmarks.worker.Reference;
import dev.elbow.runs.Tensor;
import java.util.Map;
import java.util.TreeMap;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.variational.BernoulliReconstructionDistribution;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.config.Adam;

/** The network of one layer, and where Elbow's parameters are in it. */
final class Dl4jModel {
  private static final double RATE = 1e-3;
  private static final String POSTERIOR = "encoder/output";

  private Dl4jModel() {}

  static MultiLayerNetwork of(Model model, Map<String, Tensor> first) {
    int[] down = model.hidden().stream().mapToInt(Integer::intValue).toArray();
    int[] up = new int[down.length];
    for (int i = 0; i < down.length; i++) {
      up[i] = down[down.length - 1 - i];
    }
    VariationalAutoencoder layer =
        new VariationalAutoencoder.Builder()
            .encoderLayerSizes(down)
            .decoderLayerSizes(up)
            .activation(Activation.RELU)
            .pzxActivationFunction(Activation.IDENTITY)
            .reconstructionDistribution(new BernoulliReconstructionDistribution(Activation.SIGMOID))
            .nIn(Model.FEATURES)
            .nOut(model.latent())
            .build();
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(Job.SEED)
            .updater(new Adam(RATE))
            .list()
            .layer(layer)
            .build();
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    fill(network.getLayer(0).paramTable(), model, first);
    return network;
  }

  private static void fill(Map<String, INDArray> table, Model model, Map<String, Tensor> first) {
    first.forEach(
        (name, tensor) -> {
          INDArray value = matrix(tensor);
          if (name.startsWith(POSTERIOR)) {
            String kind = kind(name);
            table.get("pZXMean" + kind).assign(half(value, 0, model.latent()));
            table.get("pZXLogStd2" + kind).assign(half(value, model.latent(), model.latent()));
          } else {
            table.get(key(name)).assign(value);
          }
        });
  }

  private static INDArray matrix(Tensor tensor) {
    return Nd4j.create(tensor.data(), tensor.shape(), 'c');
  }

  private static INDArray half(INDArray value, int from, int size) {
    return value.get(NDArrayIndex.all(), NDArrayIndex.interval(from, from + size));
  }

  /** The gradients by Elbow's names; DL4J's are sums over the batch. */
  static Map<String, float[]> gradients(
      Map<String, INDArray> table, Reference reference, int rows) {
    Map<String, float[]> gradients = new TreeMap<>();
    for (String name : reference.parameters().keySet()) {
      INDArray found =
          name.startsWith(POSTERIOR)
              ? Nd4j.hstack(
                  row(table.get("pZXMean" + kind(name))), row(table.get("pZXLogStd2" + kind(name))))
              : table.get(key(name));
      gradients.put(name, found.div(rows).dup('c').data().asFloat());
    }
    return gradients;
  }

  private static INDArray row(INDArray array) {
    return array.rank() == 1 ? array.reshape(1, array.length()) : array;
  }

  private static String key(String name) {
    String[] parts = name.split("/");
    String layer = parts[parts.length - 2];
    if (layer.equals("output")) {
      return "pXZ" + kind(name);
    }
    String side = name.startsWith("encoder") ? "e" : "d";
    return side + layer.replace("hidden-", "") + kind(name);
  }

  private static String kind(String name) {
    return name.endsWith("weight") ? "W" : "b";
  }
}
