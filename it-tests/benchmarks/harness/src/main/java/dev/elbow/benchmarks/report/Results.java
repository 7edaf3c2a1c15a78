package dev.elbow.benchmarks.report;

import dev.elbow.benchmarks.cases.Case;
import dev.elbow.benchmarks.worker.Agreement;
import dev.elbow.benchmarks.worker.Figures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects what processes answer. */
public final class Results {
  private final Map<String, Map<Peer, Map<Integer, Figures>>> figures = new LinkedHashMap<>();
  private final Map<Peer, Map<String, String>> facts = new EnumMap<>(Peer.class);
  private final List<Check> checks = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();

  /** A contender's agreement with the reference on a case. */
  public record Check(String id, Peer peer, Agreement agreement) {}

  /** A contender that could not do a case, or differs from the reference, and why. */
  public record Failure(String id, Peer peer, String reason) {}

  public void add(Case subject, Peer peer, int round, Figures found) {
    figures
        .computeIfAbsent(subject.id(), id -> new EnumMap<>(Peer.class))
        .computeIfAbsent(peer, any -> new TreeMap<>())
        .put(round, found);
  }

  public void addFacts(Peer peer, Map<String, String> found) {
    facts.computeIfAbsent(peer, any -> new TreeMap<>()).putAll(found);
  }

  public void addCheck(Case subject, Peer peer, Agreement agreement) {
    checks.add(new Check(subject.id(), peer, agreement));
  }

  public void addFailure(Case subject, Peer peer, String reason) {
    failures.add(new Failure(subject.id(), peer, reason));
  }

  /** Whether a contender failed a case before. */
  public boolean failed(Case subject, Peer peer) {
    return failures.stream().anyMatch(f -> f.id().equals(subject.id()) && f.peer() == peer);
  }

  public Optional<Summary> summary(Case subject, Peer peer) {
    return Optional.ofNullable(figures.getOrDefault(subject.id(), Map.of()).get(peer))
        .map(Summary::of);
  }

  public Map<Peer, Map<String, String>> facts() {
    return facts;
  }

  public List<Check> checks() {
    return checks;
  }

  public List<Failure> failures() {
    return failures;
  }
}
