package dev.elbow.benchmarks.run;

import dev.elbow.benchmarks.cases.Case;
import dev.elbow.benchmarks.report.Peer;
import dev.elbow.benchmarks.report.Results;
import dev.elbow.benchmarks.run.Processes.FailedException;
import dev.elbow.benchmarks.worker.Agreement;
import dev.elbow.benchmarks.worker.Figures;
import dev.elbow.benchmarks.worker.Job;
import dev.elbow.benchmarks.worker.Job.Task;
import dev.elbow.benchmarks.worker.Reference;
import dev.elbow.benchmarks.worker.Reply;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Checks and times, one process at a time, the contenders of a case in turn. */
final class Tournament {
  private final List<Case> cases;
  private final List<Peer> peers;
  private final Setting setting;
  private final Processes processes;
  private final PrintStream out;
  private final Results results = new Results();

  /**
   * @param threads of every contender
   * @param data the folder of named datasets
   * @param dataset its name
   * @param scratch a folder for references
   */
  record Setting(int threads, Path data, String dataset, Path scratch) {
    Path reference(Case subject) {
      return scratch.resolve(subject.id() + ".safetensors");
    }

    Job job(Task task, Case subject) {
      String file = reference(subject).toString();
      return new Job(task, subject, threads, data.toString(), dataset, file);
    }
  }

  Tournament(
      List<Case> cases, List<Peer> peers, Setting setting, Processes processes, PrintStream out) {
    this.cases = cases;
    this.peers = peers;
    this.setting = setting;
    this.processes = processes;
    this.out = out;
  }

  /** All checks first: nothing is timed whose loss differs. */
  Results run(int rounds) {
    cases.forEach(this::check);
    for (int round = 0; round < rounds; round++) {
      for (Case subject : cases) {
        for (Peer peer : inTurn(subject, round)) {
          time(subject, peer, round, rounds);
        }
      }
    }
    for (Case subject : cases) {
      delete(setting.reference(subject));
      delete(Reference.results(setting.reference(subject)));
    }
    return results;
  }

  private void check(Case subject) {
    try {
      processes.run(Peer.ELBOW, setting.job(Task.REFERENCE, subject));
    } catch (FailedException e) {
      peers.forEach(peer -> fail(subject, peer, "no reference: " + e.getMessage()));
      return;
    }
    for (Peer peer : peers) {
      if (peer.comparable() && peer.fits(subject)) {
        compare(subject, peer);
      }
    }
  }

  private void compare(Case subject, Peer peer) {
    try {
      Reply reply = processes.run(peer, setting.job(Task.CHECK, subject));
      for (Agreement agreement : reply.agreements()) {
        results.addCheck(subject, peer, agreement);
        String line =
            "check %-8s %-12s %-9s %.7g and %.7g, relative error %.1e in %s%n"
                .formatted(
                    subject.id(),
                    peer.label(),
                    agreement.figure(),
                    agreement.expected(),
                    agreement.found(),
                    agreement.error(),
                    agreement.worst());
        out.print(line);
        if (!agreement.holds()) {
          fail(subject, peer, "not timed, it computes something else: " + line.strip());
        }
      }
    } catch (FailedException e) {
      fail(subject, peer, "the check failed: " + e.getMessage());
    }
  }

  /** Another one begins in each round, so that none always follows the same. */
  private List<Peer> inTurn(Case subject, int round) {
    List<Peer> order =
        new ArrayList<>(
            peers.stream()
                .filter(peer -> peer.fits(subject) && !results.failed(subject, peer))
                .toList());
    Collections.rotate(order, -round);
    return order;
  }

  private void time(Case subject, Peer peer, int round, int rounds) {
    try {
      Reply reply = processes.run(peer, setting.job(Task.TIME, subject));
      Figures figures = reply.figures().orElseThrow();
      results.add(subject, peer, round, figures);
      results.addFacts(peer, reply.facts());
      out.printf(
          "round %d of %d  %-8s %-12s %8.2f ms  (%.2f to %.2f)  cpu %8.2f ms  %,6d MB%n",
          round + 1,
          rounds,
          subject.id(),
          peer.label(),
          figures.median(),
          figures.low(),
          figures.high(),
          figures.processor(),
          figures.memory() / 1_000_000);
    } catch (FailedException e) {
      fail(subject, peer, e.getMessage());
    }
  }

  private void fail(Case subject, Peer peer, String reason) {
    results.addFailure(subject, peer, reason);
    out.printf("FAILED %s %s: %s%n", subject.id(), peer.label(), reason);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
