package dev.elbow.cli;

import dev.elbow.cli.host.Interruption;
import dev.elbow.cli.output.Console;
import dev.elbow.cli.output.LiveLine;
import dev.elbow.cli.output.Terminal;
import dev.elbow.launcher.StartArchive;
import dev.elbow.launcher.StartTrace;
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
    StartTrace.mark("the JVM runs");
    Charset charset = Terminal.charset(System.getProperties());
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset);
    Flags flags = Flags.of(List.of(args));
    // ND4J and SameDiff print to System.out, where a result would no longer be one document.
    System.setOut(flags.verbose() ? err : new PrintStream(OutputStream.nullOutputStream()));
    System.setErr(err);
    flags.configureLogging(System.getProperties());
    Terminal terminal = Terminal.detect(System.getProperties(), System.getenv());
    Console console = new Console(out, err, terminal, flags.json(), flags.verbose(), Path.of(""));
    Interruption interruption = new Interruption();
    int code = new CommandLineInterface(console, System.getProperties(), interruption).run(args);
    out.flush();
    err.flush();
    if (code == ExitCode.DONE) {
      LiveLine live = new LiveLine(console);
      StartArchive.renew(
          System.getProperties(), () -> live.show("writing an archive for faster starts, once"));
      live.clear();
    }
    StartTrace.mark("the command is done");
    interruption.finished();
    System.exit(code);
  }
}
