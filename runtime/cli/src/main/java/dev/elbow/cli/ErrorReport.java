package dev.elbow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.output.Console;
import dev.elbow.cli.output.Paint;
import dev.elbow.spi.ElbowException;
import dev.elbow.spi.FailureException;
import java.io.PrintStream;

/**
 * Tells the user what went wrong, where, and what to do: on standard error for people, and with
 * {@code --json} on standard output as {@code {"error": {id, problem, place, fix}}}.
 */
final class ErrorReport {
  private final Console console;

  ErrorReport(Console console) {
    this.console = console;
  }

  /** Reports, and gives the exit code. */
  int report(Throwable thrown) {
    ElbowException error = thrown instanceof ElbowException known ? known : unexpected(thrown);
    print(error);
    if (console.verbose()) {
      thrown.printStackTrace(console.err());
    }
    if (console.json()) {
      console.document(json(error));
    }
    return ExitCode.of(error);
  }

  private void print(ElbowException error) {
    PrintStream err = console.err();
    Paint paint = console.errPaint();
    String place = console.showPlace(error.place());
    err.println(
        paint.red("error") + " " + paint.bold(error.id()) + (place.isEmpty() ? "" : "  " + place));
    error.problem().lines().forEach(line -> err.println("  " + line));
    if (!error.fix().isBlank()) {
      err.println(paint.green("fix:") + " " + String.join("\n     ", error.fix().lines().toList()));
    }
    err.flush();
  }

  private static ObjectNode json(ElbowException error) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putObject("error")
        .put("id", error.id())
        .put("problem", error.problem())
        .put("place", error.place())
        .put("fix", error.fix());
    return root;
  }

  private static ElbowException unexpected(Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      return new FailureException(
          "MEMORY",
          "the memory does not suffice: " + thrown.getMessage(),
          "",
          "Make training.batch or the networks smaller, or raise the limits: for the heap"
              + " ELBOW_JAVA_OPTS=-Xmx4g, outside it"
              + " ELBOW_JAVA_OPTS=-Dorg.bytedeco.javacpp.maxbytes=8g.",
          thrown);
    }
    return new FailureException(
        "UNEXPECTED",
        thrown.toString(),
        "",
        "This is a defect of Elbow or of a plugin. Run it again with --verbose for the details"
            + " and report them.",
        thrown);
  }
}
