package dev.elbow.graph.lowering;

import dev.elbow.graph.ir.Call;
import dev.elbow.graph.ir.MapOp;
import dev.elbow.graph.ir.Value;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ops.BaseReduceOp;

/** Sums and means over dimensions, and their gradients. */
final class Reductions {
  private Reductions() {}

  static void register(Map<String, Translator> translators) {
    translators.put("reduce_sum", (r, c, out) -> forward(r, c, out, false));
    translators.put("reduce_mean", (r, c, out) -> forward(r, c, out, true));
    translators.put("reduce_sum_bp", (r, c, out) -> backward(r, c, out, false));
    translators.put("reduce_mean_bp", (r, c, out) -> backward(r, c, out, true));
  }

  private static boolean forward(Call recorded, Call call, Emitter out, boolean mean) {
    if (!(call.operation() instanceof BaseReduceOp operation) || operation.isEmptyReduce()) {
      return false;
    }
    Value input = call.input(0);
    long[] kept = Broadcast.kept(input.shape(), dimensions(operation.getDimensions(), input));
    return Elementwise.stand(recorded, out, out.sum(input, kept, scale(input, kept, mean)));
  }

  private static boolean backward(Call recorded, Call call, Emitter out, boolean mean) {
    if (call.inputs().size() != 2) {
      return false;
    }
    Value input = call.input(0);
    int[] given = Arrays.stream(call.arguments().integers()).mapToInt(Math::toIntExact).toArray();
    long[] kept = Broadcast.kept(input.shape(), dimensions(given, input));
    Value gradient = call.input(1).view(kept);
    double scale = scale(input, kept, mean);
    MapOp op = scale == 1 ? MapOp.COPY : MapOp.MULTIPLY;
    Optional<Value> repeated =
        scale == 1
            ? out.map(op, input.shape(), gradient)
            : out.map(op, input.shape(), gradient, out.constant(scale));
    return Elementwise.stand(recorded, out, repeated);
  }

  private static double scale(Value input, long[] kept, boolean mean) {
    return mean ? (double) Value.product(kept, 0, kept.length) / input.length() : 1;
  }

  /** All of them if none is given. */
  private static int[] dimensions(int[] given, Value input) {
    boolean all = given == null || given.length == 0 || given[0] == Integer.MAX_VALUE;
    return all ? IntStream.range(0, input.rank()).toArray() : given;
  }
}
