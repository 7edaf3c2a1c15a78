package dev.elbow.cli.doctor;

import dev.elbow.cli.host.Installation;
import dev.elbow.cli.output.Numbers;
import dev.elbow.launcher.Backends;
import dev.elbow.launcher.ClassPathAgent;
import dev.elbow.launcher.StartArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The JVM and the flags that matter. */
record JavaCheck(Properties properties, int feature) implements Check {
  private static final int NEWEST = 25;

  @Override
  public String topic() {
    return "java";
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    findings.add(version());
    findings.add(agent());
    findings.add(
        Finding.ok(
            "heap",
            "%s for Java, %s outside it for arrays"
                .formatted(
                    Numbers.bytes(Runtime.getRuntime().maxMemory()),
                    Numbers.bytes(org.bytedeco.javacpp.Pointer.maxBytes()))));
    findings.add(start());
    findings.add(Finding.ok("elbow", Installation.locate(properties).home().toString()));
    return findings;
  }

  private Finding version() {
    String text =
        "%s, %s, %s"
            .formatted(
                properties.getProperty("java.version"),
                properties.getProperty("java.vendor"),
                properties.getProperty("java.home"));
    return feature <= NEWEST
        ? Finding.ok("java", text)
        : Finding.warning(
            "java",
            text,
            "Elbow is tested with Java 17 to %d: if anything fails, set JAVA_HOME to one of those."
                .formatted(NEWEST));
  }

  private static Finding agent() {
    if (ClassPathAgent.isPresent()) {
      return Finding.ok("agent", "the backend can join the class path");
    }
    return Backends.isOnClassPath()
        ? Finding.ok("agent", "not needed, the backend is on the class path")
        : Finding.problem(
            "agent",
            "the JVM was started without Elbow's agent, so that no backend can be loaded",
            "Start Elbow with bin/elbow, and see that ELBOW_JAVA_OPTS does not take it away.");
  }

  private Finding start() {
    return Finding.ok(
        "start",
        StartArchive.here(properties)
            .map(
                archive ->
                    archive.isCurrent()
                        ? "classes come from the archive " + archive.file()
                        : "no archive of classes yet; the next training writes " + archive.file())
            .orElse("without an archive of classes"));
  }
}
