package dev.elbow.tck;

import dev.elbow.spi.Graph;
import org.nd4j.autodiff.samediff.SDVariable;

/** One application of a part inside a {@link Bench}: its scope, its inputs and its outputs. */
final class Stage {
  private final Bench bench;
  private final String scope;
  private final String prefix;

  Stage(Bench bench, String scope, String prefix) {
    this.bench = bench;
    this.scope = scope;
    this.prefix = prefix;
  }

  /** The part's view of the graph. */
  Graph graph() {
    return bench.root().scope(scope);
  }

  /** A differentiated input {@code [batch, width]}, normal by default; one for a name. */
  SDVariable input(String name, int width) {
    return bench.input(name, width, Draw.NORMAL, true);
  }

  /** The part has no use for the input, as it may. */
  void ignore(String name) {
    bench.ignore(name);
  }

  /** The bench's own view of the graph, apart from the part's. */
  Graph own(String name) {
    return bench.root().scope("contract-" + scope).scope(name);
  }

  /** An input that is not differentiated, such as x. */
  SDVariable data(String name, int width, Draw draw) {
    return bench.input(name, width, draw, false);
  }

  /** A scalar input that is not differentiated. */
  SDVariable scalar(String name) {
    return bench.scalar(name);
  }

  /** A result that is a differentiable function of parameters and inputs. */
  void output(String name, SDVariable value, int... shapePerExample) {
    add(Output.Kind.VALUE, name, value, shapePerExample);
  }

  /** A result of which no gradient is asked. */
  void figure(String name, SDVariable value, int... shapePerExample) {
    add(Output.Kind.FIGURE, name, value, shapePerExample);
  }

  void add(Output.Kind kind, String name, SDVariable value, int... shapePerExample) {
    bench.output(kind, prefix + name, value, shapePerExample);
  }
}
