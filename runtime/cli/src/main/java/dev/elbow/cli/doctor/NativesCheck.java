package dev.elbow.cli.doctor;

import dev.elbow.cli.host.Installation;
import dev.elbow.cli.measure.Natives;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** Which build of ND4J's native library the CPU backend has. */
record NativesCheck(Properties properties) implements Check {

  @Override
  public String topic() {
    return "natives";
  }

  @Override
  public List<Finding> look() {
    Path backend = Installation.locate(properties).lib().resolve("backend-cpu");
    List<Natives> used = Natives.find(backend).stream().filter(Natives::used).toList();
    String names = used.stream().map(Natives::classifier).collect(Collectors.joining(", "));
    return switch (used.size()) {
      case 0 -> List.of();
      case 1 -> List.of(Finding.ok("natives", names));
      default ->
          List.of(
              Finding.warning(
                  "natives",
                  names + ", of which one is loaded, and which one is not said",
                  "Keep one in %s, and move the others into %s."
                      .formatted(backend, backend.resolve(Natives.ALTERNATIVES))));
    };
  }
}
