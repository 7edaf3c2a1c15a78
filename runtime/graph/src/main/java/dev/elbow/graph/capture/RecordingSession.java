package dev.elbow.graph.capture;

import dev.elbow.graph.ir.Call;
import dev.elbow.graph.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.config.ExecutionResult;
import org.nd4j.autodiff.samediff.config.SDValue;
import org.nd4j.autodiff.samediff.internal.FrameIter;
import org.nd4j.autodiff.samediff.internal.InferenceSession;
import org.nd4j.autodiff.samediff.internal.memory.AbstractMemoryMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.impl.transforms.custom.Assign;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.factory.Nd4j;

/** A session of SameDiff that notes what it does. It is good for one execution. */
final class RecordingSession extends InferenceSession {
  private final Map<INDArray, Value> values = new IdentityHashMap<>();
  private final Memory memory = new Memory();
  private final List<Call> calls = new ArrayList<>();
  private String refusal;

  /**
   * @param graph forward, or forward and backward
   * @param feeds the inputs' arrays
   */
  RecordingSession(SameDiff graph, Map<String, INDArray> feeds) {
    super(graph);
    setMmgr(memory);
    feeds.values().forEach(array -> values.put(array, Value.given(Value.Kind.INPUT, array)));
    for (SDVariable variable : graph.variables()) {
      if (variable.getVariableType() == VariableType.VARIABLE) {
        INDArray array = variable.getArr();
        values.computeIfAbsent(array, a -> Value.given(Value.Kind.VARIABLE, a));
      }
    }
  }

  @Override
  public ExecutionResult doExec(
      DifferentialFunction operation,
      OpContext context,
      FrameIter frame,
      Set<VarId> inputs,
      Set<VarId> inputsOfAllIterations,
      Set<String> constants,
      Map<String, SDValue> placeholders) {
    ExecutionResult result =
        super.doExec(
            operation, context, frame, inputs, inputsOfAllIterations, constants, placeholders);
    if (refusal == null) {
      refusal = Capturable.refusal(operation, context).orElse(null);
    }
    if (refusal == null && !isAlias(operation, context)) {
      note(operation, context, result);
    }
    return result;
  }

  /** What comes out is the very array that goes in. */
  private static boolean isAlias(DifferentialFunction operation, OpContext context) {
    return Capturable.isIdentity(operation)
        || operation instanceof Assign && context.getInputArrays().size() == 1;
  }

  private void note(DifferentialFunction operation, OpContext context, ExecutionResult result) {
    List<Value> read = context.getInputArrays().stream().map(this::value).toList();
    refusal = Capturable.shapeRefusal(operation, read).orElse(null);
    boolean constant =
        Capturable.isOfShapeOnly(operation) || read.stream().allMatch(Value::isConstant);
    List<Value> written = new ArrayList<>();
    for (int i = 0; i < result.numResults(); i++) {
      INDArray array = result.resultAt(i);
      requireRowMajor(operation, array);
      Value value =
          constant
              ? Value.given(Value.Kind.CONSTANT, memory.kept(array))
              : Value.computed(array.dataType(), array.shape());
      values.put(array, value);
      written.add(value);
    }
    if (!constant) {
      calls.add(new Call(operation, arguments(context), read, List.copyOf(written)));
    }
  }

  private void requireRowMajor(DifferentialFunction operation, INDArray array) {
    if (array.ordering() != 'c' && array.rank() > 1 && !array.isVectorOrScalar()) {
      refusal = "the operation " + operation.opName() + " writes in column-major order";
    }
  }

  /** An array that no operation made and nobody fed is a constant of the graph. */
  private Value value(INDArray array) {
    return values.computeIfAbsent(array, a -> Value.given(Value.Kind.CONSTANT, a));
  }

  private static Call.Arguments arguments(OpContext context) {
    boolean[] flags = new boolean[context.getBArguments().size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = context.getBArguments().get(i);
    }
    return new Call.Arguments(
        context.getIArguments().stream().mapToLong(Long::longValue).toArray(),
        context.getTArguments().stream().mapToDouble(Double::doubleValue).toArray(),
        flags,
        context.getDArguments().toArray(new DataType[0]));
  }

  Recording recording(Map<String, INDArray> feeds, Map<String, INDArray> outputs)
      throws UncapturableException {
    if (refusal != null) {
      throw new UncapturableException(refusal);
    }
    Map<String, Value> in = new LinkedHashMap<>();
    feeds.forEach((name, array) -> in.put(name, value(array)));
    Map<String, Value> out = new LinkedHashMap<>();
    outputs.forEach((name, array) -> out.put(name, value(array)));
    return new Recording(List.copyOf(calls), in, out);
  }

  /** Frees what the execution made, but for constants. */
  void free() {
    memory.free();
  }

  /** Keeps every array until the recording is made, so that each has an identity of its own. */
  private static final class Memory extends AbstractMemoryMgr {
    private final List<INDArray> allocated = new ArrayList<>();

    @Override
    public INDArray allocate(boolean detached, DataType type, long... shape) {
      return noted(Nd4j.createUninitializedDetached(type, shape));
    }

    @Override
    public INDArray allocate(boolean detached, LongShapeDescriptor descriptor) {
      return noted(
          descriptor.isEmpty()
              ? Nd4j.create(descriptor)
              : Nd4j.createUninitializedDetached(
                  descriptor.dataType(), descriptor.getOrder(), descriptor.getShape()));
    }

    /** Takes a constant out of what is freed. */
    INDArray kept(INDArray array) {
      allocated.removeIf(other -> other == array);
      return array;
    }

    private INDArray noted(INDArray array) {
      allocated.add(array);
      return array;
    }

    @Override
    public void release(INDArray array) {}

    @Override
    public void close() {}

    void free() {
      allocated.stream().filter(INDArray::closeable).forEach(INDArray::close);
      allocated.clear();
    }
  }
}
