package dev.elbow.benchmarks.cases;

import dev.elbow.benchmarks.cases.Model.Flow;
import java.util.ArrayList;
import java.util.List;

/** The comparison's rows. */
public final class Cases {
  /** The batch of Elbow's evaluation, and so of everyone's. */
  private static final int INFERENCE_BATCH = 500;

  private static final int BATCH = 128;
  private static final int LATENT = 20;
  private static final int WIDTH = 500;
  private static final Model MLP = Model.mlp(LATENT, WIDTH, WIDTH);

  private Cases() {}

  /** (a) to (e). */
  public static List<Case> standard() {
    Model planar = MLP.with(Flow.PLANAR, 8);
    Model iaf = MLP.with(Flow.IAF, 4);
    return List.of(
        new Case("a", "MLP 784-500-500-20", MLP, Work.TRAIN, BATCH, 300, 300),
        new Case("b", "MLP 784-400-5", Model.mlp(5, 400), Work.TRAIN, BATCH, 300, 300),
        new Case("c", "conv 64-128-1024, latent 10", Model.conv(10), Work.TRAIN, BATCH, 8, 20),
        new Case("d1", "(a) with planar flows, K = 8", planar, Work.TRAIN, BATCH, 200, 200),
        new Case("d2", "(a) with IAF, K = 4, hidden 200", iaf, Work.TRAIN, BATCH, 200, 200),
        new Case("e1", "encode with (a)", MLP, Work.ENCODE, INFERENCE_BATCH, 10, 20),
        new Case("e2", "sample with (a)", MLP, Work.SAMPLE, INFERENCE_BATCH, 10, 20));
  }

  /** One size of (a) at a time. */
  public static List<Case> growth() {
    List<Case> cases = new ArrayList<>();
    for (int batch : new int[] {32, 128, 512, 2048, 4096}) {
      cases.add(grown("batch-" + batch, "(a), batch " + batch, MLP, batch));
    }
    for (int width : new int[] {250, 500, 1000, 2000, 4000}) {
      Model model = Model.mlp(LATENT, width, width);
      cases.add(grown("width-" + width, "(a), width " + width, model, BATCH));
    }
    for (int latent : new int[] {2, 20, 128, 512}) {
      Model model = Model.mlp(latent, WIDTH, WIDTH);
      cases.add(grown("latent-" + latent, "(a), latent " + latent, model, BATCH));
    }
    for (int depth : new int[] {1, 4, 16, 64}) {
      Model model = MLP.with(Flow.PLANAR, depth);
      cases.add(grown("planar-" + depth, "(a), planar K = " + depth, model, BATCH));
    }
    return cases;
  }

  /** Fewer steps the more a step computes. */
  private static Case grown(String id, String title, Model model, int batch) {
    double flops = MatrixProduct.flops(MatrixProduct.of(model, Work.TRAIN, batch));
    int steps = (int) Math.max(8, Math.min(100, 1e11 / flops));
    return new Case(id, title, model, Work.TRAIN, batch, steps, steps);
  }
}
