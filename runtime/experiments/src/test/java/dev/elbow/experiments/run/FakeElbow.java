package dev.elbow.experiments.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Does at once what the commands would do, and remembers which were given. */
final class FakeElbow implements Launcher {
  final List<String> commands = new ArrayList<>();
  final Map<String, String> failures = new HashMap<>();
  boolean endless;
  int mostAtOnce;
  int stopped;
  private int atOnce;

  @Override
  public Running start(List<String> arguments, Path output, Path log) {
    Path run = run(arguments);
    String name = run.getFileName().toString();
    commands.add(arguments.get(0) + " " + name);
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    int code = endless ? 130 : act(arguments, run, name, output);
    return new Process(code);
  }

  private static Path run(List<String> arguments) {
    int out = arguments.indexOf("--out");
    return Path.of(out < 0 ? arguments.get(1) : arguments.get(out + 1));
  }

  private int act(List<String> arguments, Path run, String name, Path output) {
    if (failures.containsKey(name)) {
      Runs.write(output, failures.get(name));
      return 1;
    }
    switch (arguments.get(0)) {
      case "train" -> Runs.leave(run, read(Path.of(arguments.get(1))), 3, true);
      case "resume" -> Runs.leave(run, read(run.resolve("config.yaml")), 3, true);
      default ->
          Runs.write(output, "{\"seconds\": 2, \"notMeasured\": {\"probe\": \"no labels\"}}");
    }
    return 0;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Is alive when first asked, so that others start beside it. */
  private final class Process implements Running {
    private final int code;
    private boolean asked;

    private Process(int code) {
      this.code = code;
    }

    @Override
    public boolean isAlive() {
      boolean alive = endless ? stopped == 0 : !asked;
      asked = true;
      return alive;
    }

    @Override
    public int exitCode() {
      atOnce--;
      return code;
    }

    @Override
    public void stop() {
      stopped++;
    }

    @Override
    public void kill() {}
  }
}
