package dev.elbow.graph.kernel;

import dev.elbow.graph.ir.Access;
import dev.elbow.graph.ir.MapNode;
import dev.elbow.graph.ir.MapOp;
import dev.elbow.graph.ir.Node;
import dev.elbow.graph.ir.Reduction;
import dev.elbow.graph.ir.Space;
import dev.elbow.graph.ir.Value;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes a kernel of a group of nodes. */
public final class KernelCompiler {
  private final Space space;
  private final int parts;
  private final Function<Value, FloatBuffer> memory;
  private final List<Action> actions = new ArrayList<>();
  private final Map<Operand, Integer> registerOf = new HashMap<>();
  private final RegisterFile registers = new RegisterFile();

  /** What a register holds: a value as it is read. */
  private record Operand(Value root, Access access) {}

  private KernelCompiler(Space space, int parts, Function<Value, FloatBuffer> memory) {
    this.space = space;
    this.parts = parts;
    this.memory = memory;
  }

  /**
   * A kernel of nodes that may be fused.
   *
   * @param space the elements of all of them
   * @param isStored whether a value is needed outside the kernel
   * @param memory where a value lies
   * @param parts how many threads may share the work
   */
  public static FusedKernel compile(
      List<Node> nodes,
      Space space,
      Predicate<Value> isStored,
      Function<Value, FloatBuffer> memory,
      int parts) {
    KernelCompiler compiler = new KernelCompiler(space, parts, memory);
    Map<Operand, Integer> lastUse = new HashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      for (Operand operand : operands(nodes.get(i))) {
        lastUse.put(operand, i);
      }
    }
    for (int i = 0; i < nodes.size(); i++) {
      compiler.add(nodes.get(i), i, lastUse, isStored);
    }
    return new FusedKernel(space, compiler.registers.count(), compiler.actions);
  }

  private static List<Operand> operands(Node node) {
    List<Operand> operands = new ArrayList<>();
    for (int i = 0; i < node.inputs().size(); i++) {
      Access access = node instanceof MapNode map ? map.accesses().get(i) : new Access.Full();
      operands.add(new Operand(node.inputs().get(i).root(), access));
    }
    return operands;
  }

  private void add(Node node, int index, Map<Operand, Integer> lastUse, Predicate<Value> isStored) {
    List<Operand> operands = operands(node);
    int[] from = operands.stream().mapToInt(this::register).toArray();
    boolean apart = node instanceof MapNode map && map.operation() == MapOp.LOG1P;
    int to = apart ? registers.take() : -1;
    operands.stream()
        .distinct()
        .filter(operand -> lastUse.get(operand) == index)
        .forEach(this::release);
    if (node instanceof MapNode map) {
      Value root = map.output().root();
      int target = apart ? to : registers.take();
      int b = from.length > 1 ? from[1] : from[0];
      int c = from.length > 2 ? from[2] : from[0];
      actions.add(new Operation(map.operation(), from[0], b, c, target));
      if (isStored.test(root)) {
        actions.add(new Store(memory.apply(root), target, Math.toIntExact(space.columns())));
      }
      Operand result = new Operand(root, new Access.Full());
      registerOf.put(result, target);
      if (!lastUse.containsKey(result)) {
        release(result);
      }
    } else {
      actions.add(sum((Reduction) node, from[0]));
    }
  }

  private int register(Operand operand) {
    Integer known = registerOf.get(operand);
    if (known != null) {
      return known;
    }
    int columns = Math.toIntExact(space.columns());
    boolean pinned = Loads.isPrepared(operand.access(), columns);
    int register = pinned ? registers.takeForGood() : registers.take();
    registerOf.put(operand, register);
    actions.add(
        Loads.of(
            operand.access(),
            memory.apply(operand.root()),
            register,
            columns,
            FusedKernel.rowsOfBlock(space)));
    return register;
  }

  private void release(Operand operand) {
    boolean pinned = Loads.isPrepared(operand.access(), Math.toIntExact(space.columns()));
    if (!pinned) {
      registers.give(registerOf.remove(operand));
    }
  }

  private Action sum(Reduction node, int register) {
    FloatBuffer to = memory.apply(node.output().root());
    return switch (node.over()) {
      case COLUMNS ->
          new Sums.OfColumns(register, to, Math.toIntExact(node.period()), node.scale(), parts);
      case ROWS ->
          new Sums.OfRows(register, to, Math.toIntExact(space.columns()), node.scale(), parts);
      case ALL -> new Sums.OfAll(register, to, node.scale(), parts);
    };
  }

  /** Writes a register to its place. */
  private record Store(FloatBuffer to, int register, int columns) implements Action {
    @Override
    public void run(Registers scratch, float[][] registers, Region region, int part) {
      to.put(region.row * columns + region.column, registers[register], 0, region.n());
    }
  }
}
