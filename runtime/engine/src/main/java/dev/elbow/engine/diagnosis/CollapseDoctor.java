package dev.elbow.engine.diagnosis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at a training after each epoch, and says each thing once: when it begins, when it ends. */
public final class CollapseDoctor {
  private final Patient patient;
  private final List<Vitals> history = new ArrayList<>();
  private final Set<Condition> known = EnumSet.noneOf(Condition.class);

  /**
   * @param earlier the vitals of the epochs before, oldest first
   */
  public CollapseDoctor(Patient patient, List<Vitals> earlier) {
    this.patient = patient;
    earlier.forEach(this::examine);
  }

  /** What is new after another epoch. */
  public List<Finding> examine(Vitals vitals) {
    history.add(vitals);
    List<Finding> findings = new ArrayList<>();
    for (Condition condition : Condition.values()) {
      Optional<String> seen = condition.seen(history, patient);
      if (seen.isPresent() && known.add(condition)) {
        findings.add(new Finding(condition, false, condition.label() + ": " + seen.get() + "."));
      } else if (seen.isEmpty() && known.remove(condition)) {
        findings.add(new Finding(condition, true, condition.label() + ": over."));
      }
    }
    return findings;
  }
}
