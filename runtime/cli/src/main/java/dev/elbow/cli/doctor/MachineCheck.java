package dev.elbow.cli.doctor;

import dev.elbow.cli.output.Numbers;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * System, cores and memory, as far as this process may use them.
 *
 * @param memory bytes; 0 if not known
 */
record MachineCheck(String system, int cores, long memory) implements Check {
  private static final long LITTLE = 2_000_000_000L;

  static MachineCheck here() {
    String system =
        "%s %s, %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"));
    return new MachineCheck(system, Runtime.getRuntime().availableProcessors(), physicalMemory());
  }

  private static long physicalMemory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean machine
        ? machine.getTotalMemorySize()
        : 0;
  }

  @Override
  public String topic() {
    return "machine";
  }

  @Override
  public List<Finding> look() {
    return List.of(
        Finding.ok("system", system),
        Finding.ok("cores", Integer.toString(cores)),
        memory > 0 && memory < LITTLE
            ? Finding.warning(
                "memory",
                Numbers.bytes(memory),
                "Less than 2 GB is enough for small models only: keep training.batch and the"
                    + " networks small.")
            : Finding.ok("memory", memory > 0 ? Numbers.bytes(memory) : "not known"));
  }
}
