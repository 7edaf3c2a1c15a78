package dev.elbow.cli.doctor;

import java.util.List;
import java.util.Map;

/** The variables that decide how OpenMP shares the cores. */
record ThreadsCheck(Map<String, String> environment, int cores) implements Check {

  @Override
  public String topic() {
    return "threads";
  }

  @Override
  public List<Finding> look() {
    return List.of(number(), policy());
  }

  private Finding number() {
    String value = environment.getOrDefault("OMP_NUM_THREADS", "");
    String text = "OMP_NUM_THREADS is " + (value.isEmpty() ? "not set" : value);
    if (!value.matches("[1-9][0-9]{0,5}")) {
      return Finding.warning("threads", text, "Set it to a number from 1 to " + cores + ".");
    }
    return Integer.parseInt(value) > cores
        ? Finding.warning(
            "threads",
            "%s, though %d %s"
                .formatted(text, cores, cores == 1 ? "core is there" : "cores are there"),
            "Set OMP_NUM_THREADS to %d, or unset it.".formatted(cores))
        : Finding.ok("threads", text);
  }

  private Finding policy() {
    String value = environment.getOrDefault("OMP_WAIT_POLICY", "");
    String text = "OMP_WAIT_POLICY is " + (value.isEmpty() ? "not set" : value);
    return value.equalsIgnoreCase("PASSIVE")
        ? Finding.ok("waiting", text)
        : Finding.warning(
            "waiting",
            text,
            "Set it to PASSIVE, or unset it: threads that spin while they wait are up to 20 times"
                + " slower on a machine that is shared.");
  }
}
