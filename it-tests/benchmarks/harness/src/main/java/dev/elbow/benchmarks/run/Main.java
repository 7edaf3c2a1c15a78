package dev.elbow.benchmarks.run;

import dev.elbow.benchmarks.cases.Case;
import dev.elbow.benchmarks.cases.Cases;
import dev.elbow.benchmarks.report.Document;
import dev.elbow.benchmarks.report.Machine;
import dev.elbow.benchmarks.report.Peer;
import dev.elbow.benchmarks.report.Results;
import dev.elbow.benchmarks.report.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The command. */
@CommandLine.Command(
    name = "run",
    header = "Time Elbow, SameDiff.fit, DL4J and libtorch on the same models and images.",
    description = "Writes table.md and results.json. See docs/comparison.md.",
    sortOptions = false)
public final class Main implements Callable<Integer> {
  private static final int QUICK = 10;

  @Option(names = "--home", hidden = true, required = true)
  private Path home;

  @Option(names = "--cases", split = ",", description = "Of a, b, c, d1, d2, e1, e2; all of them.")
  private List<String> ids = List.of();

  @Option(
      names = "--contenders",
      split = ",",
      description = "Of elbow, samediff-fit, dl4j, libtorch, floor; all of them.")
  private List<String> contenders = List.of();

  @Option(names = "--growth", description = "Batch, width, latent size and depth instead.")
  private boolean growth;

  @Option(names = "--rounds", description = "Processes for each figure; ${DEFAULT-VALUE}.")
  private int rounds = 5;

  @Option(names = "--quick", description = "A tenth of the repetitions, to try the command.")
  private boolean quick;

  @Option(names = "--threads", description = "Of every contender; all cores.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--data", description = "The folder with mnist/*.gz; otherwise ELBOW_DATA.")
  private Path data = Path.of(System.getenv().getOrDefault("ELBOW_DATA", ""));

  @Option(names = "--dataset", description = "mnist or fashion-mnist; ${DEFAULT-VALUE}.")
  private String dataset = "mnist";

  @Option(names = "--elbow", description = "An unpacked distribution; the one built here.")
  private Path elbow;

  @Option(names = "--out", description = "The folder of the report; ${DEFAULT-VALUE}.")
  private Path out = Path.of("benchmark-results");

  @Option(names = "--help", usageHelp = true, description = "Show this text.")
  private boolean help;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    List<Case> cases = cases();
    List<Peer> peers = peers();
    Files.createDirectories(out);
    Path folder = out.toAbsolutePath();
    ClassPaths classPaths = new ClassPaths(home, distribution());
    Tournament.Setting setting =
        new Tournament.Setting(threads, data.toAbsolutePath(), dataset, folder);
    Map<String, String> machine = Machine.facts(threads);
    Processes processes = new Processes(classPaths, folder.resolve("process.log"));
    Results results = new Tournament(cases, peers, setting, processes, System.out).run(rounds);
    String text = text(cases, machine, results);
    Files.writeString(folder.resolve("table.md"), text);
    Files.writeString(folder.resolve("results.json"), Document.json(machine, cases, results));
    System.out.printf("%n%s%nin %s%n", text, folder);
    return results.failures().isEmpty() ? 0 : 1;
  }

  private List<Case> cases() {
    List<Case> all = growth ? Cases.growth() : Cases.standard();
    List<Case> chosen = new ArrayList<>(all);
    if (!ids.isEmpty()) {
      List<String> known = all.stream().map(Case::id).toList();
      ids.forEach(id -> require(known.contains(id), "--cases", id, known));
      chosen.removeIf(subject -> !ids.contains(subject.id()));
    }
    return quick ? chosen.stream().map(Main::shortened).toList() : chosen;
  }

  private static Case shortened(Case c) {
    int warmup = Math.max(3, c.warmup() / QUICK);
    int repetitions = Math.max(3, c.repetitions() / QUICK);
    return new Case(c.id(), c.title(), c.model(), c.work(), c.batch(), warmup, repetitions);
  }

  private List<Peer> peers() {
    List<String> known = List.of(Peer.values()).stream().map(Peer::label).toList();
    contenders.forEach(label -> require(known.contains(label), "--contenders", label, known));
    if (contenders.isEmpty()) {
      return growth ? List.of(Peer.ELBOW, Peer.LIBTORCH) : List.of(Peer.values());
    }
    return contenders.stream().map(label -> Peer.of(label).orElseThrow()).toList();
  }

  private static void require(boolean holds, String option, String found, List<String> valid) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s: expected some of %s, found %s".formatted(option, String.join(", ", valid), found));
    }
  }

  private Path distribution() throws IOException {
    if (elbow != null) {
      return elbow.toAbsolutePath();
    }
    Path target = home.resolve("../../distribution/target").normalize();
    try (var found = Files.newDirectoryStream(target, "elbow-*")) {
      for (Path candidate : found) {
        if (Files.isDirectory(candidate.resolve("lib"))) {
          return candidate;
        }
      }
    }
    throw new IllegalStateException("no unpacked distribution in " + target + "; give --elbow");
  }

  private String text(List<Case> cases, Map<String, String> machine, Results results) {
    StringBuilder text = new StringBuilder();
    machine.forEach((name, value) -> text.append("- %s: %s%n".formatted(name, value)));
    results
        .facts()
        .forEach((peer, facts) -> text.append("- %s: %s%n".formatted(peer.label(), facts)));
    text.append("- rounds: %d, %s%n%n".formatted(rounds, dataset));
    text.append(growth ? Text.growth(cases, results) : Text.comparison(cases, results));
    text.append("\n").append(Text.checks(results)).append("\n").append(Text.failures(results));
    return text.toString();
  }
}
