package dev.elbow.tck;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.NoiseSpec;
import dev.elbow.graph.ParameterSpec;
import java.util.HashSet;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.VariableType;

/** C7. */
final class VariableRule {
  private VariableRule() {}

  static void check(Bench bench) {
    Faults faults = new Faults();
    Set<String> known = known(bench);
    for (SDVariable variable : bench.graph().sameDiff().variables()) {
      VariableType kind = variable.getVariableType();
      if (kind == VariableType.VARIABLE) {
        faults.unless(
            known.contains(variable.name()),
            "the variable '%s' was not asked of the Graph: use graph.parameter(...)",
            variable.name());
      } else if (kind == VariableType.PLACEHOLDER) {
        faults.unless(
            known.contains(variable.name()) || bench.isOwn(variable.name()),
            "the placeholder '%s' was not asked of the Graph: use graph.noise(...)",
            variable.name());
      }
    }
    faults.report();
  }

  private static Set<String> known(Bench bench) {
    BuiltGraph graph = bench.graph();
    Set<String> known = new HashSet<>();
    graph.parameters().stream().map(ParameterSpec::name).forEach(known::add);
    graph.states().stream().map(ParameterSpec::name).forEach(known::add);
    graph.noises().stream().map(NoiseSpec::name).forEach(known::add);
    return known;
  }
}
