package dev.elbow.graph.program;

import dev.elbow.graph.ir.Call;
import dev.elbow.graph.parallel.Workers;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/** One of ND4J's operations with a context of its own, which always has the same arrays. */
final class CallInstruction implements Instruction {
  private final Object operation;
  private final OpContext context;
  private final String name;

  private CallInstruction(Object operation, OpContext context, String name) {
    this.operation = operation;
    this.context = context;
    this.name = name;
  }

  static CallInstruction of(Call call, Arrays arrays) {
    OpContext context = Nd4j.getExecutioner().buildContext();
    for (int i = 0; i < call.inputs().size(); i++) {
      context.setInputArray(i, arrays.of(call.input(i)));
    }
    for (int i = 0; i < call.outputs().size(); i++) {
      context.setOutputArray(i, arrays.of(call.output(i)));
    }
    Call.Arguments arguments = call.arguments();
    context.setIArguments(arguments.integers());
    context.setTArguments(arguments.reals());
    context.setBArguments(arguments.booleans());
    context.setDArguments(arguments.types());
    return new CallInstruction(call.operation(), context, call.name());
  }

  /** A product of two matrices. */
  static CallInstruction matmul(
      INDArray left,
      boolean transposeLeft,
      INDArray right,
      boolean transposeRight,
      INDArray output) {
    OpContext context = Nd4j.getExecutioner().buildContext();
    context.setInputArray(0, left);
    context.setInputArray(1, right);
    context.setOutputArray(0, output);
    context.setIArguments(transposeLeft ? 1 : 0, transposeRight ? 1 : 0, 0);
    String shape =
        java.util.Arrays.toString(left.shape())
            + (transposeLeft ? "T " : " ")
            + java.util.Arrays.toString(right.shape())
            + (transposeRight ? "T" : "");
    return new CallInstruction(
        DynamicCustomOp.builder("matmul").build(), context, "matmul " + shape);
  }

  @Override
  public void run(Workers workers) {
    if (operation instanceof CustomOp custom) {
      Nd4j.exec(custom, context);
    } else {
      Nd4j.exec((Op) operation, context);
    }
  }

  @Override
  public String name() {
    return name;
  }
}
