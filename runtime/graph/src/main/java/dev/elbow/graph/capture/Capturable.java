package dev.elbow.graph.capture;

import dev.elbow.graph.ir.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.RandomOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.ops.impl.transforms.custom.Assign;
import org.nd4j.linalg.api.ops.impl.transforms.same.Identity;

/** Which operations do the same in each execution on arrays of the same shapes. */
final class Capturable {
  /** Operations whose results are as long as their inputs' values say. */
  private static final Set<String> DATA_SHAPED =
      Set.of(
          "Where",
          "where_np",
          "choose",
          "boolean_mask",
          "unique",
          "unique_with_counts",
          "listdiff",
          "dynamic_partition",
          "non_max_suppression",
          "sequence_mask",
          "bincount",
          "nonzero");

  /** Operations with inputs that say what shape the result has. */
  private static final Set<String> SHAPE_TAKING =
      Set.of(
          "reshape",
          "tile",
          "broadcast_to",
          "broadcast_dynamic_shape",
          "fill",
          "range",
          "linspace",
          "lin_space",
          "slice",
          "slice_bp",
          "strided_slice",
          "strided_slice_bp",
          "expand_dims",
          "pad",
          "repeat",
          "transpose",
          "permute",
          "split",
          "split_v",
          "create",
          "eye",
          "onehot");

  private static final Set<String> SHAPE_ONLY =
      Set.of(
          "shape_of",
          "shapes_of",
          "size",
          "size_at",
          "rank",
          "zeroslike",
          "zeros_as",
          "oneslike",
          "ones_as");

  private static final Set<String> RANDOM_PREFIXES = Set.of("random", "dropout", "alpha_dropout");

  private Capturable() {}

  /** Why a recorded execution would not stand for the next one; empty if it does. */
  static Optional<String> refusal(DifferentialFunction operation, OpContext context) {
    String name = operation.opName();
    if (context == null) {
      return Optional.of("the operation " + name + " controls the flow");
    }
    if (DATA_SHAPED.contains(name)) {
      return Optional.of("the shape of what the operation " + name + " gives depends on the data");
    }
    if (operation instanceof RandomOp || RANDOM_PREFIXES.stream().anyMatch(name::startsWith)) {
      return Optional.of("the operation " + name + " draws its own random numbers");
    }
    if (operation instanceof Assign && context.getInputArrays().size() > 1) {
      return Optional.of("the operation " + name + " overwrites its input");
    }
    if (operation instanceof ScalarOp && operation.argNames().length > 1) {
      return Optional.of("the operation " + name + " takes its scalar from another operation");
    }
    return Optional.empty();
  }

  /** Why its inputs may change the shape of what it gives; empty if they do not. */
  static Optional<String> shapeRefusal(DifferentialFunction operation, List<Value> inputs) {
    boolean dynamic =
        SHAPE_TAKING.contains(operation.opName())
            && inputs.stream().anyMatch(v -> v.type().isIntType() && !v.isConstant());
    return dynamic
        ? Optional.of("the operation " + operation.opName() + " takes a shape that is computed")
        : Optional.empty();
  }

  /** Whether SameDiff passes its input on as it is. */
  static boolean isIdentity(DifferentialFunction operation) {
    return operation instanceof Identity;
  }

  /** Whether what it gives depends on the shapes of its inputs alone. */
  static boolean isOfShapeOnly(DifferentialFunction operation) {
    return SHAPE_ONLY.contains(operation.opName());
  }
}
