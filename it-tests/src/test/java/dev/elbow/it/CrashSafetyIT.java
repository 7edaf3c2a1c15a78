package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A training that is cut short continues to the bits of one that was not. */
@Order(1) // It takes longest.
class CrashSafetyIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Many short epochs, so that a good part of the time goes into checkpoints. */
  private static final String LONG =
      Configuration.TINY.replace("epochs: 2", "epochs: 60").replace("limit: 256", "limit: 128");

  @TempDir static Path folder;

  private static Elbow elbow;
  private static byte[] uninterrupted;

  @BeforeAll
  static void trainToTheEnd() throws IOException {
    Configuration.write(folder, "long.yaml", LONG);
    elbow = Elbow.in(folder);
    elbow.run("train", "long.yaml", "--out", "whole").exits(0);
    uninterrupted = run("whole").modelBytes();
  }

  @Test
  void killedAtRandomMomentsItResumesToTheSameBits() throws Exception {
    Random moments = new Random(20260101);
    Running training = elbow.start("train", "long.yaml", "--out", "killed");
    for (int kill = 0; kill < 3; kill++) {
      awaitNewCheckpoint(training, run("killed"));
      Thread.sleep(moments.nextInt(150));
      training.kill();
      assertThat(progress("killed")).as("killed before the end").isLessThan(60L * 2);
      training = elbow.start("resume", "killed");
    }
    training.await(PATIENCE).exits(0);

    assertThat(run("killed").modelBytes()).isEqualTo(uninterrupted);
    assertThat(Files.readAllLines(folder.resolve("killed").resolve("metrics.jsonl")))
        .as("one line an epoch, none twice")
        .hasSize(60);
    assertThat(folder.resolve("killed").resolve("evaluation.json"))
        .hasSameTextualContentAs(folder.resolve("whole").resolve("evaluation.json"));
    assertThat(Trained.contents(folder.resolve("killed")).keySet())
        .as("nothing is left of what was being written")
        .noneMatch(name -> name.endsWith(".tmp"));
  }

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void stoppedByASignalItSavesAndResumesToTheSameBits(String signal, int exitCode)
      throws Exception {
    assumeFalse(isIgnoredHere(signal), "SIG" + signal + " is ignored by whoever started the tests");
    Running training = elbow.start("train", "long.yaml", "--out", signal);
    awaitNewCheckpoint(training, run(signal));

    training.signal(signal);

    Result stopped = training.await(PATIENCE).exits(exitCode);
    assertThat(stopped.out() + stopped.err()).contains("elbow resume");
    elbow.run("resume", signal).exits(0);
    assertThat(run(signal).modelBytes()).isEqualTo(uninterrupted);
  }

  @Test
  void aRunThatIsBeingWrittenHasNoSecondWriter() throws Exception {
    Running training =
        elbow.start("train", "long.yaml", "--set", "training.epochs=100000", "--out", "busy");
    try {
      awaitNewCheckpoint(training, run("busy"));

      Result refused = elbow.run("resume", "busy").exits(2);

      assertThat(refused.err()).contains("RUN-BUSY", Long.toString(training.process().pid()));
    } finally {
      training.kill();
    }
  }

  @Test
  void anotherTrainingWithTheSameSeedGivesTheSameBits() throws IOException {
    elbow.run("train", "long.yaml", "--out", "again").exits(0);

    assertThat(run("again").modelBytes()).isEqualTo(uninterrupted);
  }

  private static Trained run(String name) {
    return new Trained(folder.resolve(name));
  }

  private static void awaitNewCheckpoint(Running training, Trained run) throws Exception {
    Object before = run.checkpoints();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (run.checkpoints().isEmpty() || run.checkpoints().equals(before)) {
      assertThat(training.process().isAlive()).as("training ended too soon").isTrue();
      assertThat(System.nanoTime()).as("no checkpoint came").isLessThan(deadline);
      Thread.sleep(2);
    }
  }

  /** The step of the newest checkpoint. */
  private static long progress(String name) throws IOException {
    String checkpoint = run(name).model().getParent().getFileName().toString();
    return Long.parseLong(checkpoint.replaceAll("\\D+", ""));
  }

  /** Ignored signals are inherited, and a JVM then leaves SIGINT alone: a CI's background job. */
  private static boolean isIgnoredHere(String signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!signal.equals("INT") || !Files.exists(status)) {
      return false;
    }
    String mask =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElse("SigIgn: 0")
            .replaceAll(".*\\s", "");
    return (Long.parseUnsignedLong(mask, 16) & 0b10) != 0;
  }
}
