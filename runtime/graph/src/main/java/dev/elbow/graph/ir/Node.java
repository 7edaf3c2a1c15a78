package dev.elbow.graph.ir;

import java.util.List;
import java.util.function.UnaryOperator;

/** Something that is done to values. */
public sealed interface Node permits Call, Gemm, MapNode, Reduction {
  /** What is read. */
  List<Value> inputs();

  /** What is written. */
  List<Value> outputs();

  /** The same on other inputs. */
  Node reading(UnaryOperator<Value> replacement);
}
