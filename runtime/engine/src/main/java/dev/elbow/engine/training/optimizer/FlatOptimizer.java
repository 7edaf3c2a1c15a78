package dev.elbow.engine.training.optimizer;

import dev.elbow.engine.options.TrainingOptions;
import dev.elbow.graph.ParameterStore;
import dev.elbow.graph.ParameterStore.Group;
import dev.elbow.graph.execution.Gradient;
import dev.elbow.graph.parallel.Workers;
import dev.elbow.runs.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Two passes over flat arrays: one looks at the gradient, one moves parameters, moments and
 * average. Everything is element by element, so that the number of threads changes no bit.
 */
final class FlatOptimizer implements Optimizer {
  private final ParameterStore parameters;
  private final Rule rule;
  private final List<Slab> slabs;
  private final Sweep sweep;
  private final GradientPass gradientPass;
  private final Moments moments;
  private final Optional<WeightAverage> average;

  FlatOptimizer(TrainingOptions options, ParameterStore parameters, Workers workers) {
    this.parameters = parameters;
    this.rule = Rules.of(options.optimizer());
    this.slabs = Slab.of(parameters.groups());
    this.sweep = new Sweep(slabs, workers);
    this.gradientPass = new GradientPass(options.gradientClipping(), slabs);
    this.moments = new Moments(rule.moments(), slabs);
    this.average =
        options.averaging().map(a -> new WeightAverage(a, slabs, FlatArray.of(parameters.flat())));
  }

  @Override
  public void update(List<Gradient> gradients, double rate, long step) {
    List<GradientPart> parts = gradients.stream().map(GradientPart::of).toList();
    if (!gradientPass.run(parts, sweep)) {
      throw NotFinite.failure(gradients.get(0).flat(), parameters, step);
    }
    List<Group> groups = parameters.groups();
    Kernel[] kernels = new Kernel[groups.size()];
    float[] scales = new float[groups.size()];
    for (int i = 0; i < kernels.length; i++) {
      kernels[i] = rule.at(groups.get(i).adversaryRate().orElse(rate), step);
      scales[i] = gradientPass.scale(i);
    }
    FlatArray memory = FlatArray.of(parameters.flat());
    float rest = average.map(a -> a.rest(step)).orElse(0f);
    sweep.run(() -> new Move(memory, parts.get(0).memory(), kernels, scales, rest));
    FlatArray.written(parameters.flat());
  }

  /** One thread's work. */
  private final class Move implements Sweep.Visitor {
    private final FlatArray memory;
    private final FlatArray gradients;
    private final Kernel[] kernels;
    private final float[] scales;
    private final float rest;
    private final float[] p = new float[Block.SIZE];
    private final float[] g = new float[Block.SIZE];
    private final float[][] s = new float[moments.store().width()][Block.SIZE];
    private final float[][] averaged = new float[1][Block.SIZE];

    Move(FlatArray memory, FlatArray gradients, Kernel[] kernels, float[] scales, float rest) {
      this.memory = memory;
      this.gradients = gradients;
      this.kernels = kernels;
      this.scales = scales;
      this.rest = rest;
    }

    @Override
    public void visit(int index, Slab slab) {
      for (Block block : slab.blocks()) {
        int n = block.length();
        memory.read(block.from(), p, n);
        gradients.read(block.from(), g, n);
        if (scales[slab.group()] != 1) {
          Loops.scale(g, scales[slab.group()], n);
        }
        moments.store().read(block, s);
        kernels[slab.group()].move(p, g, s, n);
        moments.store().write(block, s);
        memory.write(block.from(), p, n);
        average.ifPresent(a -> add(a.values(), block));
      }
    }

    private void add(BlockStore average, Block block) {
      average.read(block, averaged);
      Loops.average(averaged[0], p, rest, block.length());
      average.write(block, averaged);
    }
  }

  @Override
  public <T> T onAverage(Supplier<T> work) {
    if (average.isEmpty()) {
      return work.get();
    }
    swap();
    try {
      return work.get();
    } finally {
      swap();
    }
  }

  private void swap() {
    average.ifPresent(a -> a.values().swap(FlatArray.of(parameters.flat())));
    FlatArray.written(parameters.flat());
  }

  @Override
  public Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = moments.tensors();
    average.ifPresent(a -> tensors.put(OptimizerTensors.WEIGHTS, weights().tensor(0)));
    return tensors;
  }

  private BlockStore weights() {
    BlockStore weights = new BlockStore(slabs, 1);
    weights.copy(FlatArray.of(parameters.flat()));
    return weights;
  }

  @Override
  public void restore(Map<String, Tensor> tensors, String place) {
    Set<String> names = new TreeSet<>(moments.names());
    average.ifPresent(a -> names.add(OptimizerTensors.WEIGHTS));
    OptimizerTensors.require(tensors, names, parameters.length(), place);
    moments.restore(tensors);
    average.ifPresent(
        a -> {
          a.values().assign(0, tensors.get(OptimizerTensors.WEIGHTS).data());
          swap();
        });
  }
}
