package dev.elbow.engine.training.optimizer;

import dev.elbow.engine.options.ClippingOptions;
import java.util.List;

/**
 * The pass before the update: adds the gradients up, sees that all is finite, cuts the elements,
 * and takes each group's norm. The model and each adversary have a norm of their own: neither
 * player's step depends on how far the other is off.
 *
 * <p>The norm's sum has one order, whatever the number of threads.
 */
final class GradientPass {
  private final ClippingOptions clipping;
  private final List<Slab> slabs;
  private final boolean[] finite;
  private final double[] squares;

  GradientPass(ClippingOptions clipping, List<Slab> slabs) {
    this.clipping = clipping;
    this.slabs = slabs;
    this.finite = new boolean[slabs.size()];
    this.squares = new double[slabs.size()];
  }

  /**
   * Leaves the weighted sum of the parts, with its elements cut, in the first of them.
   *
   * @return whether the sum was finite before it was cut
   */
  boolean run(List<GradientPart> parts, Sweep sweep) {
    sweep.run(() -> new Visit(parts));
    boolean all = true;
    for (boolean one : finite) {
      all &= one;
    }
    return all;
  }

  /** The factor that brings a group's gradient to the longest norm that is allowed, or 1. */
  float scale(int group) {
    if (clipping.norm().isEmpty()) {
      return 1;
    }
    double sum = 0;
    for (int i = 0; i < squares.length; i++) {
      sum += slabs.get(i).group() == group ? squares[i] : 0;
    }
    double norm = Math.sqrt(sum);
    double limit = clipping.norm().get();
    return norm > limit ? (float) (limit / norm) : 1;
  }

  /** One thread's work. */
  private final class Visit implements Sweep.Visitor {
    private final List<GradientPart> parts;
    private final FlatArray first;
    private final boolean changes;
    private final float[] gradient = new float[Block.SIZE];
    private final float[] other = new float[Block.SIZE];
    private final Lanes lanes = new Lanes();

    Visit(List<GradientPart> parts) {
      this.parts = parts;
      this.first = parts.get(0).memory();
      this.changes = parts.size() > 1 || parts.get(0).weight() != 1 || clipping.value().isPresent();
    }

    @Override
    public void visit(int index, Slab slab) {
      slab.blocks().forEach(this::block);
      finite[index] = lanes.finite();
      double sum = lanes.squares();
      squares[index] = Double.isFinite(sum) ? sum : exactSquares(slab);
      lanes.clear();
    }

    private void block(Block block) {
      int n = block.length();
      sum(block);
      lanes.check(gradient, n);
      clipping.value().ifPresent(limit -> Loops.cut(gradient, limit.floatValue(), n));
      if (changes) {
        first.write(block.from(), gradient, n);
      }
      if (clipping.norm().isPresent()) {
        lanes.addSquares(gradient, n);
      }
    }

    private void sum(Block block) {
      first.read(block.from(), gradient, block.length());
      if (parts.get(0).weight() != 1) {
        Loops.scale(gradient, parts.get(0).weight(), block.length());
      }
      for (GradientPart part : parts.subList(1, parts.size())) {
        part.memory().read(block.from(), other, block.length());
        Loops.add(gradient, part.weight(), other, block.length());
      }
    }

    /** For elements whose squares no float holds. */
    private double exactSquares(Slab slab) {
      double sum = 0;
      for (Block block : slab.blocks()) {
        first.read(block.from(), gradient, block.length());
        for (int i = 0; i < block.length(); i++) {
          sum += (double) gradient[i] * gradient[i];
        }
      }
      return sum;
    }
  }
}
