package dev.elbow.engine.model;

import dev.elbow.engine.options.Schedule;
import dev.elbow.engine.options.TermOptions;
import dev.elbow.spi.Divergence;
import java.util.ArrayList;
import java.util.List;

/**
 * A term of the objective under its own name.
 *
 * @param name the plugin's; a second term of one plugin gets a number: {@code mmd, mmd-2}
 * @param divergence the part
 * @param weight over the epochs
 */
public record WeightedTerm(String name, Divergence divergence, Schedule weight) {

  /** Names the terms after their plugins' types, which stand in the same order. */
  public static List<WeightedTerm> named(List<TermOptions> options, List<String> types) {
    List<WeightedTerm> terms = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < options.size(); i++) {
      String name = types.get(i);
      for (int n = 2; taken.contains(name); n++) {
        name = types.get(i) + "-" + n;
      }
      taken.add(name);
      terms.add(new WeightedTerm(name, options.get(i).divergence(), options.get(i).weight()));
    }
    return List.copyOf(terms);
  }
}
