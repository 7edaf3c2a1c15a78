package dev.elbow.graph.lowering;

import dev.elbow.graph.ir.Call;
import dev.elbow.graph.ir.MapOp;
import dev.elbow.graph.ir.Value;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ops.ScalarOp;

/** Element-wise functions, forward. */
final class Elementwise {
  private Elementwise() {}

  static void register(Map<String, Translator> translators) {
    unary(translators);
    binary(translators);
    scalar(translators);
    translators.put("relu", Elementwise::relu);
    translators.put("leakyrelu", Elementwise::leakyRelu);
    translators.put("ClipByValue", Elementwise::clip);
    translators.put("cast", Elementwise::cast);
  }

  private static void unary(Map<String, Translator> translators) {
    Map.ofEntries(
            Map.entry("neg", MapOp.NEGATE),
            Map.entry("abs", MapOp.ABSOLUTE),
            Map.entry("sign", MapOp.SIGN),
            Map.entry("square", MapOp.SQUARE),
            Map.entry("sqrt", MapOp.SQUARE_ROOT),
            Map.entry("exp", MapOp.EXP),
            Map.entry("log", MapOp.LOG),
            Map.entry("log1p", MapOp.LOG1P),
            Map.entry("expm1", MapOp.EXPM1),
            Map.entry("sigmoid", MapOp.SIGMOID),
            Map.entry("tanh", MapOp.TANH))
        .forEach((name, op) -> translators.put(name, (r, call, out) -> unary(op, r, call, out)));
  }

  private static boolean unary(MapOp op, Call recorded, Call call, Emitter out) {
    if (call.inputs().size() != 1) {
      return false;
    }
    return stand(recorded, out, out.map(op, recorded.output(0).shape(), call.input(0)));
  }

  private static void binary(Map<String, Translator> translators) {
    Map.of(
            "add", MapOp.ADD,
            "subtract", MapOp.SUBTRACT,
            "multiply", MapOp.MULTIPLY,
            "divide", MapOp.DIVIDE,
            "maximum", MapOp.MAXIMUM,
            "minimum", MapOp.MINIMUM)
        .forEach((name, op) -> translators.put(name, (r, call, out) -> binary(op, r, call, out)));
  }

  private static boolean binary(MapOp op, Call recorded, Call call, Emitter out) {
    if (call.inputs().size() != 2) {
      return false;
    }
    Value left = call.input(0);
    Value right = call.input(1);
    return stand(recorded, out, out.map(op, recorded.output(0).shape(), left, right));
  }

  private static void scalar(Map<String, Translator> translators) {
    Map.of(
            "add_scalar", MapOp.ADD,
            "sub_scalar", MapOp.SUBTRACT,
            "mul_scalar", MapOp.MULTIPLY,
            "div_scalar", MapOp.DIVIDE,
            "max_scalar", MapOp.MAXIMUM,
            "scalar_min", MapOp.MINIMUM)
        .forEach((name, op) -> translators.put(name, (r, c, out) -> scalar(op, r, c, out, false)));
    translators.put("rsub_scalar", (r, c, out) -> scalar(MapOp.SUBTRACT, r, c, out, true));
    translators.put("rdiv_scalar", (r, c, out) -> scalar(MapOp.DIVIDE, r, c, out, true));
    translators.put("greaterthan_scalar", (r, c, out) -> compare(MapOp.GREATER, r, c, out));
    translators.put("lessthan_scalar", (r, c, out) -> compare(MapOp.LESS, r, c, out));
  }

  private static boolean scalar(
      MapOp op, Call recorded, Call call, Emitter out, boolean scalarFirst) {
    double number = ((ScalarOp) call.operation()).scalar().getDouble(0);
    Value x = call.input(0);
    if (number == 1 && !scalarFirst && (op == MapOp.MULTIPLY || op == MapOp.DIVIDE)) {
      return stand(recorded, out, Optional.of(x));
    }
    Value scalar = out.constant(number);
    long[] shape = recorded.output(0).shape();
    return stand(
        recorded, out, scalarFirst ? out.map(op, shape, scalar, x) : out.map(op, shape, x, scalar));
  }

  /** The numbers are used by the cast that follows; whoever wants Booleans gets the call's. */
  private static boolean compare(MapOp op, Call recorded, Call call, Emitter out) {
    Value scalar = out.constant(((ScalarOp) call.operation()).scalar().getDouble(0));
    if (call.input(0).isFloat()) {
      out.map(op, recorded.output(0).shape(), call.input(0), scalar)
          .ifPresent(floats -> out.standAsNumbers(recorded.output(0), floats));
    }
    return false;
  }

  private static boolean cast(Call recorded, Call call, Emitter out) {
    Optional<Value> floats = out.asNumbers(recorded.input(0));
    if (recorded.output(0).type() != DataType.FLOAT || floats.isEmpty()) {
      return false;
    }
    return stand(recorded, out, floats);
  }

  private static boolean relu(Call recorded, Call call, Emitter out) {
    boolean atZero = ((ScalarOp) call.operation()).scalar().getDouble(0) == 0;
    return atZero && unary(MapOp.RELU, recorded, call, out);
  }

  private static boolean leakyRelu(Call recorded, Call call, Emitter out) {
    Value slope = out.constant(((ScalarOp) call.operation()).scalar().getDouble(0));
    return stand(
        recorded, out, out.map(MapOp.LEAKY_RELU, recorded.output(0).shape(), call.input(0), slope));
  }

  private static boolean clip(Call recorded, Call call, Emitter out) {
    double[] limits = call.arguments().reals();
    if (limits.length != 2) {
      return false;
    }
    long[] shape = recorded.output(0).shape();
    Value raised =
        out.map(MapOp.MAXIMUM, shape, call.input(0), out.constant(limits[0])).orElseThrow();
    return stand(recorded, out, out.map(MapOp.MINIMUM, shape, raised, out.constant(limits[1])));
  }

  static boolean stand(Call recorded, Emitter out, Optional<Value> value) {
    value.ifPresent(found -> out.stand(recorded.output(0), found));
    return value.isPresent();
  }
}
