package dev.elbow.cli;

import dev.elbow.cli.host.Interruption;
import dev.elbow.cli.output.Console;
import dev.elbow.cli.output.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/** Starts the command line. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    Charset charset = Terminal.charset(System.getProperties());
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset);
    Flags flags = Flags.of(List.of(args));
    // ND4J and SameDiff print to System.out, where a result would no longer be one document.
    System.setOut(flags.verbose() ? err : new PrintStream(OutputStream.nullOutputStream()));
    System.setErr(err);
    flags.configureLogging();
    Terminal terminal = Terminal.detect(System.getProperties(), System.getenv());
    Console console = new Console(out, err, terminal, flags.json(), flags.verbose(), Path.of(""));
    Interruption interruption = new Interruption();
    int code = new CommandLineInterface(console, System.getProperties(), interruption).run(args);
    out.flush();
    err.flush();
    interruption.finished();
    System.exit(code);
  }
}
