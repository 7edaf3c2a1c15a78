package dev.elbow.benchmarks.libtorch;

import dev.elbow.runs.Tensor;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.TensorVector;

/** Leaves of the graph in torch's layouts, by Elbow's names. */
final class Parameters {
  /** [kernel, kernel, a, b] to [b, a, kernel, kernel], of convolutions and their transposes. */
  private static final long[] TO_TORCH = {3, 2, 0, 1};

  private static final long[] FROM_TORCH = {2, 3, 1, 0};
  private static final String WEIGHT = "/weight";

  private final Map<String, org.bytedeco.pytorch.Tensor> leaves = new TreeMap<>();

  @SuppressWarnings("try")
  Parameters(Map<String, Tensor> first) {
    try (PointerScope scope = new PointerScope()) {
      first.forEach(
          (name, tensor) -> {
            var leaf = layout(name, tensor.shape(), Arrays.tensor(tensor.data(), tensor.shape()));
            var kept = leaf.contiguous().detach().clone();
            kept.set_requires_grad(true);
            kept.retainReference(); // the scope frees the others
            leaves.put(name, kept);
          });
    }
  }

  /** A dense weight as [outputs, inputs], a bias as [outputs], what a flow has as it is. */
  private static org.bytedeco.pytorch.Tensor layout(
      String name, long[] shape, org.bytedeco.pytorch.Tensor value) {
    if (shape.length == 4) {
      return value.permute(TO_TORCH);
    }
    if (name.endsWith(WEIGHT)) {
      return value.t();
    }
    return name.endsWith("/bias") ? value.reshape(value.numel()) : value;
  }

  org.bytedeco.pytorch.Tensor get(String name) {
    return leaves.get(name);
  }

  TensorVector all() {
    TensorVector vector = new TensorVector();
    leaves.values().forEach(vector::push_back);
    return vector;
  }

  /** Gradients in Elbow's layouts. */
  Map<String, float[]> gradients() {
    Map<String, float[]> gradients = new TreeMap<>();
    leaves.forEach((name, leaf) -> gradients.put(name, Arrays.floats(original(name, leaf.grad()))));
    return gradients;
  }

  private static org.bytedeco.pytorch.Tensor original(
      String name, org.bytedeco.pytorch.Tensor value) {
    if (value.dim() == 4) {
      return value.permute(FROM_TORCH);
    }
    return name.endsWith(WEIGHT) ? value.t() : value;
  }

  /**
   * Forgets the gradients instead of filling them with zeros: the next backward pass moves its own.
   */
  void forgetGradients() {
    leaves.values().forEach(leaf -> leaf.mutable_grad().reset());
  }
}
