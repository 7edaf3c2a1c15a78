package dev.elbow.cli;

import dev.elbow.cli.output.Console;
import dev.elbow.cli.output.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A console in memory. */
public final class Output {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  public Console console(Terminal terminal, boolean json, boolean verbose) {
    return new Console(stream(out), stream(err), terminal, json, verbose, Path.of(""));
  }

  public Console console() {
    return console(Terminal.none(), false, false);
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
