package dev.elbow.graph.program;

import dev.elbow.graph.capture.Recording;
import dev.elbow.graph.ir.Access;
import dev.elbow.graph.ir.Call;
import dev.elbow.graph.ir.Gemm;
import dev.elbow.graph.ir.MapNode;
import dev.elbow.graph.ir.MapOp;
import dev.elbow.graph.ir.Node;
import dev.elbow.graph.ir.Space;
import dev.elbow.graph.ir.Value;
import dev.elbow.graph.kernel.FusedKernel;
import dev.elbow.graph.kernel.KernelCompiler;
import dev.elbow.graph.lowering.Group;
import dev.elbow.graph.lowering.Lowering;
import dev.elbow.graph.lowering.Schedule;
import dev.elbow.graph.parallel.Workers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A recorded execution that can be done again: the same instructions on the same arrays.
 *
 * <p>Not thread-safe.
 */
public final class Program implements AutoCloseable {
  /** Elements that are worth waking a thread for. */
  private static final long WORTH_SHARING = 16_384;

  private final List<Instruction> instructions = new ArrayList<>();
  private final Map<String, INDArray> inputs = new LinkedHashMap<>();
  private final Map<String, INDArray> outputs = new LinkedHashMap<>();
  private final Arrays arrays;

  private Program(Lowering lowering, Schedule schedule, Map<Value, INDArray> bound, int threads) {
    Layout layout = new Layout(schedule, lowering.outputs().values(), bound.keySet());
    arrays = new Arrays(layout, bound);
    Set<Value> read = read(lowering);
    lowering
        .inputs()
        .forEach(
            (name, value) -> {
              if (read.contains(value.root())) {
                inputs.put(name, arrays.of(value));
              }
            });
    for (Schedule.Unit unit : schedule.units()) {
      instructions.add(instruction(unit, layout, threads));
    }
    lowering.outputs().forEach((name, value) -> outputs.put(name, arrays.of(value)));
  }

  /**
   * A program of a recording.
   *
   * @param bound arrays that outputs have to be written to, dense, by the outputs' names
   * @param rewrite whether to take the calls apart and fuse them; otherwise they are done as they
   *     were recorded
   * @param threads that may share a kernel
   */
  public static Program of(
      Recording recording, Map<String, INDArray> bound, boolean rewrite, int threads) {
    Lowering plain = rewrite ? Lowering.rewritten(recording) : Lowering.plain(recording);
    Map<Value, INDArray> places = new IdentityHashMap<>();
    Lowering lowering = bind(plain, bound, places);
    Schedule schedule =
        rewrite ? Schedule.fused(lowering.nodes()) : Schedule.inOrder(lowering.nodes());
    return new Program(lowering, schedule, places, threads);
  }

  /** Lets outputs be written where they have to go; a copy makes them if nothing else can. */
  private static Lowering bind(
      Lowering lowering, Map<String, INDArray> bound, Map<Value, INDArray> places) {
    List<Node> nodes = new ArrayList<>(lowering.nodes());
    Map<String, Value> outputs = new LinkedHashMap<>(lowering.outputs());
    bound.forEach(
        (name, array) -> {
          Value value = outputs.get(name);
          if (!value.isComputed() || places.containsKey(value.root())) {
            Value copy = Value.computed(value.type(), value.shape());
            nodes.add(
                new MapNode(
                    MapOp.COPY,
                    List.of(value),
                    List.of(new Access.Full()),
                    new Space(1, value.length()),
                    copy));
            outputs.put(name, copy);
            value = copy;
          }
          places.put(value.root(), array.reshape('c', value.root().shape()));
        });
    return new Lowering(List.copyOf(nodes), lowering.inputs(), outputs);
  }

  private Instruction instruction(Schedule.Unit unit, Layout layout, int threads) {
    if (unit instanceof Schedule.Fused fused) {
      return kernel(fused.group(), layout, threads);
    }
    Node node = ((Schedule.Single) unit).node();
    if (node instanceof Call call) {
      return CallInstruction.of(call, arrays);
    }
    if (node instanceof Gemm gemm) {
      return TransposedGemm.of(gemm, arrays);
    }
    Group alone = new Group();
    return kernel(alone.with(node), layout, threads);
  }

  private Instruction kernel(Group group, Layout layout, int threads) {
    int parts = group.space().length() < WORTH_SHARING ? 1 : threads;
    FusedKernel kernel =
        KernelCompiler.compile(
            group.nodes(), group.space(), layout::isStored, arrays::floats, parts);
    String name = "%d fused %s".formatted(group.nodes().size(), group.space());
    return new KernelInstruction(kernel, parts, name);
  }

  private static Set<Value> read(Lowering lowering) {
    Set<Value> read = Collections.newSetFromMap(new IdentityHashMap<>());
    lowering.nodes().forEach(node -> node.inputs().forEach(value -> read.add(value.root())));
    lowering.outputs().values().forEach(value -> read.add(value.root()));
    return read;
  }

  /** An input's array, to be filled before {@link #run}; null if nothing reads it. */
  public INDArray input(String name) {
    return inputs.get(name);
  }

  /** An output's array, which {@link #run} overwrites. */
  public INDArray output(String name) {
    return outputs.get(name);
  }

  /** Runs all instructions. */
  public void run(Workers workers) {
    for (Instruction instruction : instructions) {
      instruction.run(workers);
    }
  }

  /** Runs all instructions and adds the nanoseconds of each to a profile. */
  public void run(Workers workers, Map<String, Long> profile) {
    for (Instruction instruction : instructions) {
      long start = System.nanoTime();
      instruction.run(workers);
      profile.merge(instruction.name(), System.nanoTime() - start, Long::sum);
    }
  }

  /** The memory of all that instructions write, but for the bound arrays. */
  public long bytes() {
    return arrays.bytes();
  }

  /** The number of instructions. */
  public int size() {
    return instructions.size();
  }

  @Override
  public void close() {
    arrays.close();
  }
}
