package dev.elbow.graph.lowering;

import dev.elbow.graph.ir.Access;
import dev.elbow.graph.ir.Call;
import dev.elbow.graph.ir.MapOp;
import dev.elbow.graph.ir.Space;
import dev.elbow.graph.ir.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operations that move no numbers, or ranges of columns. */
final class Shapes {
  private Shapes() {}

  static void register(Map<String, Translator> translators) {
    for (String name :
        List.of("reshape", "expand_dims", "squeeze", "stop_gradient", "flatten", "identity_n")) {
      translators.put(name, Shapes::alias);
    }
    translators.put("stack", Shapes::aliasOfOne);
    translators.put("unstack", Shapes::aliasOfOne);
    translators.put("concat", Shapes::aliasOfOne);
    translators.put("slice", Shapes::slice);
    translators.put("slice_bp", Shapes::sliceGradient);
  }

  private static boolean alias(Call recorded, Call call, Emitter out) {
    boolean columnMajor = Arrays.stream(call.arguments().integers()).anyMatch(i -> i == -'f');
    boolean one = call.outputs().size() == 1;
    if (columnMajor || !one || call.input(0).type() != recorded.output(0).type()) {
      return false;
    }
    return Elementwise.stand(recorded, out, Optional.of(call.input(0)));
  }

  /** With one array, it adds or takes away a dimension of 1. */
  private static boolean aliasOfOne(Call recorded, Call call, Emitter out) {
    return call.inputs().size() == 1 && alias(recorded, call, out);
  }

  /** The first column and the width of the whole, if a range of columns of a matrix is cut out. */
  private record Cut(long offset, long stride) {
    static Optional<Cut> of(Call call, Value part) {
      Value whole = call.input(0);
      long[] arguments = call.arguments().integers();
      boolean matrix = whole.rank() == 2 && part.rank() == 2 && arguments.length == 4;
      if (!matrix || part.size(0) != whole.size(0) || arguments[0] != 0) {
        return Optional.empty();
      }
      return Optional.of(new Cut(arguments[1], whole.size(1)));
    }
  }

  private static boolean slice(Call recorded, Call call, Emitter out) {
    Value part = recorded.output(0);
    Optional<Cut> cut = Cut.of(call, part);
    return Elementwise.stand(
        recorded,
        out,
        cut.map(
            c ->
                out.map(
                    MapOp.COPY,
                    part.shape(),
                    new Space(part.size(0), part.size(1)),
                    new Value[] {call.input(0)},
                    List.of(new Access.Slice(c.offset(), c.stride())))));
  }

  private static boolean sliceGradient(Call recorded, Call call, Emitter out) {
    Value whole = recorded.output(0);
    Value part = call.input(1);
    Optional<Cut> cut = Cut.of(call, part);
    return Elementwise.stand(
        recorded,
        out,
        cut.map(
            c ->
                out.map(
                    MapOp.COPY,
                    whole.shape(),
                    new Space(whole.size(0), whole.size(1)),
                    new Value[] {part},
                    List.of(new Access.Pad(c.offset(), part.size(1))))));
  }
}
