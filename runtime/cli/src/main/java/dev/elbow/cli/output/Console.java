package dev.elbow.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where results, progress and errors go.
 *
 * <p>With {@code --json} standard output carries one JSON document and nothing else: what people
 * read while they wait goes to standard error then.
 */
public final class Console {
  private final PrintStream out;
  private final PrintStream err;
  private final Terminal terminal;
  private final boolean json;
  private final boolean verbose;
  private final Path folder;

  /**
   * @param folder the working folder; paths below it are shown relative to it
   */
  public Console(
      PrintStream out,
      PrintStream err,
      Terminal terminal,
      boolean json,
      boolean verbose,
      Path folder) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
    this.json = json;
    this.verbose = verbose;
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** Whether the result is to be JSON. */
  public boolean json() {
    return json;
  }

  /** Whether stack traces and logs are wanted. */
  public boolean verbose() {
    return verbose;
  }

  public Terminal terminal() {
    return terminal;
  }

  /** For people: standard output, or standard error beside JSON. */
  public PrintStream text() {
    return json ? err : out;
  }

  /** Whether {@link #text()} is a terminal. */
  public boolean live() {
    return json ? terminal.errLive() : terminal.outLive();
  }

  /** Colours of {@link #text()}. */
  public Paint paint() {
    return new Paint(live() && terminal.color());
  }

  /** The width of a table: that of the terminal; without one, a row is a line, for grep. */
  public int tableWidth() {
    return live() ? terminal.columns() : Integer.MAX_VALUE;
  }

  public PrintStream err() {
    return err;
  }

  /** Colours of {@link #err()}. */
  public Paint errPaint() {
    return new Paint(terminal.errLive() && terminal.color());
  }

  /** Prints the one JSON document. */
  public void document(JsonNode document) {
    byte[] bytes = (document.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
    out.flush();
  }

  /** A remark beside the result, on standard error. */
  public void note(String text) {
    err.println(errPaint().yellow("note") + "  " + text);
  }

  /** The path as the user would write it. */
  public String show(Path path) {
    Path absolute = folder.resolve(path).normalize();
    if (absolute.equals(folder)) {
      return ".";
    }
    return absolute.startsWith(folder)
        ? folder.relativize(absolute).toString()
        : absolute.toString();
  }

  /** The same for a place that may begin with a path: {@code rho.yaml:12:3}. */
  public String showPlace(String place) {
    String prefix = folder + folder.getFileSystem().getSeparator();
    return place.startsWith(prefix) ? place.substring(prefix.length()) : place;
  }

  /** The symbol, or what stands for it in ASCII. */
  public String symbol(String unicode, String ascii) {
    return terminal.unicode() ? unicode : ascii;
  }
}
