package dev.elbow.graph.lowering;

import dev.elbow.graph.ir.Access;
import dev.elbow.graph.ir.MapNode;
import dev.elbow.graph.ir.MapOp;
import dev.elbow.graph.ir.Node;
import dev.elbow.graph.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Finds the softplus that a graph composes safely, and the gradient that SameDiff makes of it:
 *
 * <pre>
 * (x + |x|) / 2 + log(1 + e)        with e = exp(-|x|)
 * sign(x) (g / 2 - e g / (1 + e))   = g sigmoid(x) - g / 2
 * </pre>
 *
 * <p>With Bernoulli pixels these are the cross-entropy and its gradient, the largest element-wise
 * work of a step.
 */
final class Softplus {
  private final Producers producers;
  private final List<Node> rewritten = new ArrayList<>();

  private Softplus(List<Node> nodes) {
    this.producers = new Producers(nodes);
  }

  /** The nodes with shorter ones for what was found; what is no longer read is still there. */
  static List<Node> rewrite(List<Node> nodes) {
    Softplus softplus = new Softplus(nodes);
    for (Node node : nodes) {
      boolean found =
          node instanceof MapNode map && (softplus.function(map) || softplus.gradient(map));
      if (!found) {
        softplus.rewritten.add(node);
      }
    }
    return softplus.rewritten;
  }

  /** |x| of exp(-|x|), as its x. */
  private Optional<Value> argumentOfExp(Value e) {
    return producers
        .argument(MapOp.EXP, e)
        .flatMap(negative -> producers.argument(MapOp.NEGATE, negative))
        .flatMap(absolute -> producers.argument(MapOp.ABSOLUTE, absolute));
  }

  private boolean function(MapNode sum) {
    if (sum.operation() != MapOp.ADD || !sum.isFree()) {
      return false;
    }
    Value half = sum.inputs().get(0);
    Optional<Value> e = producers.argument(MapOp.LOG1P, sum.inputs().get(1));
    Optional<Value> x = e.flatMap(this::argumentOfExp);
    if (x.isEmpty() || !isPositivePart(half, x.get())) {
      return false;
    }
    rewritten.add(writing(sum.output(), sum, MapOp.SOFTPLUS, x.get(), e.get()));
    return true;
  }

  /** (x + |x|) / 2. */
  private boolean isPositivePart(Value half, Value x) {
    return producers
        .withNumber(MapOp.MULTIPLY, 0.5, half)
        .flatMap(twice -> producers.of(MapOp.ADD, twice))
        .filter(add -> add.inputs().get(0).root() == x.root())
        .flatMap(add -> producers.argument(MapOp.ABSOLUTE, add.inputs().get(1)))
        .filter(again -> again.root() == x.root())
        .isPresent();
  }

  private boolean gradient(MapNode product) {
    if (product.operation() != MapOp.MULTIPLY || !product.isFree()) {
      return false;
    }
    Optional<Value> x = producers.argument(MapOp.SIGN, product.inputs().get(0));
    Optional<MapNode> sum = producers.of(MapOp.ADD, product.inputs().get(1));
    if (x.isEmpty() || sum.isEmpty()) {
      return false;
    }
    Value half = sum.get().inputs().get(0);
    Optional<Value> g = producers.withNumber(MapOp.MULTIPLY, 0.5, half);
    Optional<Value> share = producers.argument(MapOp.NEGATE, sum.get().inputs().get(1));
    Optional<Value> e =
        g.isEmpty() ? Optional.empty() : share.flatMap(value -> expOf(value, g.get(), x.get()));
    if (e.isEmpty()) {
      return false;
    }
    Value sigmoid = add(product, MapOp.SIGMOID_OF, x.get(), e.get());
    Value all = add(product, MapOp.MULTIPLY, g.get(), sigmoid);
    rewritten.add(writing(product.output(), product, MapOp.SUBTRACT, all, half));
    return true;
  }

  /** The e of e g / (1 + e), if it is that of x. */
  private Optional<Value> expOf(Value share, Value g, Value x) {
    Optional<MapNode> product = producers.of(MapOp.MULTIPLY, share);
    if (product.isEmpty()) {
      return Optional.empty();
    }
    Value e = product.get().inputs().get(0);
    return producers
        .of(MapOp.DIVIDE, product.get().inputs().get(1))
        .filter(quotient -> quotient.inputs().get(0).root() == g.root())
        .flatMap(quotient -> producers.withNumber(MapOp.ADD, 1, quotient.inputs().get(1)))
        .filter(again -> again.root() == e.root())
        .filter(same -> argumentOfExp(e).filter(v -> v.root() == x.root()).isPresent());
  }

  private Value add(MapNode like, MapOp operation, Value... inputs) {
    Value output = Value.computed(DataType.FLOAT, like.output().shape());
    rewritten.add(writing(output, like, operation, inputs));
    return output;
  }

  private static MapNode writing(Value output, MapNode like, MapOp operation, Value... inputs) {
    List<Access> accesses = new ArrayList<>();
    for (int i = 0; i < inputs.length; i++) {
      accesses.add(new Access.Full());
    }
    return new MapNode(operation, List.of(inputs), accesses, like.space(), output);
  }
}
