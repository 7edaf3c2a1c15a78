package dev.elbow.graph.lowering;

import dev.elbow.graph.ir.Call;
import dev.elbow.graph.ir.MapOp;
import dev.elbow.graph.ir.Value;
import java.util.Map;
import java.util.Optional;

/**
 * Backward operations of element-wise functions, taken apart: what nobody reads, such as the
 * gradient with respect to data, is then not computed.
 */
final class Gradients {
  private Gradients() {}

  static void register(Map<String, Translator> translators) {
    translators.put("thresholdedrelu_bp", Gradients::relu);
    translators.put("lrelu_bp", Gradients::leakyRelu);
    translators.put(
        "sigmoid_bp", (r, c, out) -> ofResult(MapOp.SIGMOID, MapOp.SIGMOID_GRADIENT, r, c, out));
    translators.put("tanh_bp", (r, c, out) -> ofResult(MapOp.TANH, MapOp.TANH_GRADIENT, r, c, out));
    translators.put("add_bp", Gradients::add);
    translators.put("subtract_bp", Gradients::subtract);
    translators.put("multiply_bp", Gradients::multiply);
    translators.put("divide_bp", Gradients::divide);
  }

  private static boolean relu(Call recorded, Call call, Emitter out) {
    double[] threshold = call.arguments().reals();
    return threshold.length == 1
        && threshold[0] == 0
        && ofResult(MapOp.RELU, MapOp.RELU_GRADIENT, recorded, call, out);
  }

  /** The forward function's result is kept for the layer above anyway; its argument is not. */
  private static boolean ofResult(
      MapOp function, MapOp gradient, Call recorded, Call call, Emitter out) {
    long[] shape = recorded.output(0).shape();
    Value result = out.map(function, shape, call.input(0)).orElseThrow();
    return Elementwise.stand(recorded, out, out.map(gradient, shape, result, call.input(1)));
  }

  private static boolean leakyRelu(Call recorded, Call call, Emitter out) {
    double[] slope = call.arguments().reals();
    if (slope.length != 1) {
      return false;
    }
    long[] shape = recorded.output(0).shape();
    Value a = out.constant(slope[0]);
    return Elementwise.stand(
        recorded, out, out.map(MapOp.LEAKY_RELU_GRADIENT, shape, call.input(0), a, call.input(1)));
  }

  /** The gradient of one operand before the sum over what was repeated. */
  private interface Part {
    Optional<Value> of(Value x, Value y, Value gradient);
  }

  private static boolean both(Call recorded, Call call, Emitter out, Part ofX, Part ofY) {
    Value x = call.input(0);
    Value y = call.input(1);
    Value gradient = call.input(2);
    if (!isReducible(x, gradient) || !isReducible(y, gradient)) {
      return false;
    }
    Optional<Value> whole = ofX.of(x, y, gradient);
    Optional<Value> other = ofY.of(x, y, gradient);
    if (whole.isEmpty() || other.isEmpty()) {
      return false;
    }
    out.stand(recorded.output(0), out.sum(whole.get(), x.shape(), 1).orElseThrow());
    out.stand(recorded.output(1), out.sum(other.get(), y.shape(), 1).orElseThrow());
    return true;
  }

  private static boolean isReducible(Value operand, Value gradient) {
    return Broadcast.of(operand.shape(), gradient.shape()).isPresent();
  }

  private static boolean add(Call recorded, Call call, Emitter out) {
    Part same = (x, y, g) -> Optional.of(g);
    return both(recorded, call, out, same, same);
  }

  private static boolean subtract(Call recorded, Call call, Emitter out) {
    Part minus = (x, y, g) -> out.map(MapOp.NEGATE, g.shape(), g);
    return both(recorded, call, out, (x, y, g) -> Optional.of(g), minus);
  }

  private static boolean multiply(Call recorded, Call call, Emitter out) {
    Part timesY = (x, y, g) -> out.map(MapOp.MULTIPLY, g.shape(), g, y);
    Part timesX = (x, y, g) -> out.map(MapOp.MULTIPLY, g.shape(), g, x);
    return both(recorded, call, out, timesY, timesX);
  }

  /** With respect to y: -g x / y^2. */
  private static boolean divide(Call recorded, Call call, Emitter out) {
    Part ofX = (x, y, g) -> out.map(MapOp.DIVIDE, g.shape(), g, y);
    Part ofY =
        (x, y, g) ->
            out.map(MapOp.SQUARE, y.shape(), y)
                .flatMap(square -> out.map(MapOp.DIVIDE, g.shape(), x, square))
                .flatMap(quotient -> out.map(MapOp.MULTIPLY, g.shape(), g, quotient))
                .flatMap(product -> out.map(MapOp.NEGATE, g.shape(), product));
    return both(recorded, call, out, ofX, ofY);
  }
}
