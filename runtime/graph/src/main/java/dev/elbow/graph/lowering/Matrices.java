package dev.elbow.graph.lowering;

import dev.elbow.graph.ir.Call;
import dev.elbow.graph.ir.Value;
import java.util.Map;

/** Products of two matrices, and their gradients: two products, each made only if it is read. */
final class Matrices {
  private Matrices() {}

  static void register(Map<String, Translator> translators) {
    translators.put("matmul", Matrices::forward);
    translators.put("matmul_bp", Matrices::backward);
  }

  private static boolean forward(Call recorded, Call call, Emitter out) {
    if (!isPlain(call)) {
      return false;
    }
    Value product =
        out.gemm(call.input(0), transposed(call, 0), call.input(1), transposed(call, 1));
    out.stand(recorded.output(0), product);
    return true;
  }

  /** C = op(A) op(B): d op(A) = G op(B)^T and d op(B) = op(A)^T G. */
  private static boolean backward(Call recorded, Call call, Emitter out) {
    if (!isPlain(call)) {
      return false;
    }
    Value a = call.input(0);
    Value b = call.input(1);
    Value g = call.input(2);
    boolean tA = transposed(call, 0);
    boolean tB = transposed(call, 1);
    out.stand(recorded.output(0), tA ? out.gemm(b, tB, g, true) : out.gemm(g, false, b, !tB));
    out.stand(recorded.output(1), tB ? out.gemm(g, true, a, tA) : out.gemm(a, !tA, g, false));
    return true;
  }

  /** Two matrices, no factor, nothing added, the result not transposed. */
  private static boolean isPlain(Call call) {
    double[] factors = call.arguments().reals();
    boolean matrices = call.inputs().stream().allMatch(v -> v.rank() == 2 && v.length() > 1);
    return matrices
        && !transposed(call, 2)
        && (factors.length == 0 || factors.length == 2 && factors[0] == 1 && factors[1] == 0);
  }

  private static boolean transposed(Call call, int index) {
    long[] flags = call.arguments().integers();
    return index < flags.length && flags[index] == 1;
  }
}
