package dev.elbow.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process under way; its output goes to files, so that it never waits for a reader. */
record Running(Process process, Path out, Path err) {

  /** Waits for the end, and kills the process and fails if it takes longer. */
  Result await(Duration patience) throws IOException {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        destroy();
        throw new AssertionError("no end after " + patience + ": " + result(-1));
      }
      return result(process.exitValue());
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new AssertionError("the test was interrupted", interrupted);
    }
  }

  /** {@code kill -9}, and the end of the process with all its children. */
  void kill() throws IOException, InterruptedException {
    destroy();
    deleteOutput();
  }

  private void destroy() throws InterruptedException {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.waitFor();
  }

  /** Sends a signal by its name, such as {@code INT}. */
  void signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(process.pid());
    new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
  }

  private Result result(int exitCode) throws IOException {
    Result result = new Result(exitCode, Files.readString(out), Files.readString(err));
    deleteOutput();
    return result;
  }

  private void deleteOutput() throws IOException {
    Files.delete(out);
    Files.delete(err);
  }
}
