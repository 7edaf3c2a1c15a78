package dev.elbow.benchmarks.cases;

import dev.elbow.benchmarks.cases.Layer.Kind;
import dev.elbow.benchmarks.cases.Model.Flow;
import java.util.ArrayList;
import java.util.List;

/**
 * A product of {@code [rows, inner]} and {@code [inner, columns]}.
 *
 * <p>A convolution counts as the product of its windows with its filters.
 */
public record MatrixProduct(long rows, long inner, long columns) {

  /** Multiplications and additions. */
  public double flops() {
    return 2.0 * rows * inner * columns;
  }

  /** Of all together. */
  public static double flops(List<MatrixProduct> products) {
    return products.stream().mapToDouble(MatrixProduct::flops).sum();
  }

  /** Every product of one step, or of one batch of inference. */
  public static List<MatrixProduct> of(Model model, Work work, int batch) {
    List<MatrixProduct> products = new ArrayList<>();
    if (work != Work.SAMPLE) {
      add(products, model.encoder(), batch, work, false);
    }
    if (work == Work.TRAIN && model.flow() == Flow.IAF) {
      for (int i = 0; i < model.depth(); i++) {
        add(products, made(model.latent()), batch, work, true);
      }
    }
    if (work != Work.ENCODE) {
      add(products, model.decoder(), batch, work, true);
    }
    return products;
  }

  private static List<Layer> made(int latent) {
    return List.of(
        Layer.dense("hidden", latent, Model.IAF_HIDDEN, Layer.Activation.RELU),
        Layer.dense("output", Model.IAF_HIDDEN, 2 * latent, Layer.Activation.NONE));
  }

  /**
   * @param inner whether a gradient of the first layer's input is wanted
   */
  private static void add(
      List<MatrixProduct> products, List<Layer> layers, int batch, Work work, boolean inner) {
    for (int i = 0; i < layers.size(); i++) {
      MatrixProduct forward = forward(layers.get(i), batch);
      products.add(forward);
      if (work == Work.TRAIN) {
        products.add(new MatrixProduct(forward.inner, forward.rows, forward.columns));
      }
      if (work == Work.TRAIN && (inner || i > 0)) {
        products.add(new MatrixProduct(forward.rows, forward.columns, forward.inner));
      }
    }
  }

  private static MatrixProduct forward(Layer layer, int batch) {
    if (layer.kind() == Kind.DENSE) {
      return new MatrixProduct(batch, layer.from(), layer.to());
    }
    long small = layer.side() / Layer.STRIDE;
    long positions = batch * small * small;
    long window = (long) Layer.KERNEL * Layer.KERNEL;
    return layer.kind() == Kind.CONVOLUTION
        ? new MatrixProduct(positions, layer.from() * window, layer.to())
        : new MatrixProduct(positions, layer.from(), layer.to() * window);
  }
}
