package dev.elbow.benchmarks.worker;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Someone who can do the cases. */
public interface Contender {

  /** Writes the job's reference; one contender alone does. */
  default void reference(Job job) {
    throw new UnsupportedOperationException("not the reference");
  }

  /** Compares itself with the job's reference. */
  default List<Agreement> check(Job job) {
    return List.of();
  }

  /** Times the job's case. */
  Figures time(Job job);

  /** Versions and settings. */
  Map<String, String> facts();

  /** Does the job in the first argument and prints the reply. */
  static void main(String[] arguments, Contender contender) {
    Job job = Wire.job(arguments[0]);
    Optional<Figures> figures = Optional.empty();
    List<Agreement> agreements = List.of();
    switch (job.task()) {
      case REFERENCE -> contender.reference(job);
      case CHECK -> agreements = contender.check(job);
      case TIME -> figures = Optional.of(contender.time(job));
    }
    System.out.println(Wire.write(new Reply(figures, agreements, contender.facts())));
  }
}
