package dev.elbow.cli.measure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.measure.Candidate.Blas;
import dev.elbow.cli.output.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was measured, and what follows.
 *
 * @param backend the folder {@code lib/backend-cpu}
 * @param steps names of the steps
 * @param all every candidate, the refused ones included
 */
public record Measurements(Path backend, List<String> steps, List<Measured> all) {

  /** A row for each candidate, and three columns for each step. */
  public Table table() {
    Table table = new Table(1);
    List<String> head = new ArrayList<>(List.of("", "CLASSIFIER", "BLAS"));
    for (int i = 0; i < steps.size(); i++) {
      table.right(3 + 3 * i).right(4 + 3 * i).right(5 + 3 * i);
      head.addAll(List.of(steps.get(i) + " ms", "10 to 90 %", "cpu ms"));
    }
    table.row(head.toArray(String[]::new));
    all.forEach(measured -> table.row(row(measured)));
    return table;
  }

  private String[] row(Measured measured) {
    Candidate candidate = measured.candidate();
    Stream<String> begin =
        Stream.of(
            candidate.used() ? "*" : "",
            candidate.natives().classifier(),
            candidate.blas().label());
    Stream<String> figures =
        measured.isMeasured()
            ? measured.steps().stream().flatMap(Measurements::cells)
            : Stream.of("-", measured.refused());
    Stream<String> cells = Stream.concat(begin, figures);
    return Stream.concat(cells, Stream.generate(() -> ""))
        .limit(3 + 3L * steps.size())
        .toArray(String[]::new);
  }

  private static Stream<String> cells(StepFigures step) {
    return Stream.of(
        text(step.median()), text(step.low()) + " to " + text(step.high()), text(step.processor()));
  }

  private static String text(double milliseconds) {
    return String.format(Locale.ROOT, "%.1f", milliseconds);
  }

  /** What to use and how, in sentences. */
  public List<String> advice() {
    Optional<Candidate> best = Recommendation.of(all);
    if (best.isEmpty()) {
      return List.of("Nothing could be measured; `elbow doctor` says what is wrong.");
    }
    List<String> lines = new ArrayList<>();
    if (best.get().used()) {
      lines.add("Stay with " + best.get().label() + ", which is in use (*).");
    } else {
      lines.add("Use " + best.get().label() + ":");
      lines.addAll(change(best.get()));
    }
    if (all.size() == 1) {
      lines.add(
          "To compare, put other nd4j-native jars, of the same version, into "
              + backend.resolve(Natives.ALTERNATIVES)
              + ".");
    }
    return lines;
  }

  private List<String> change(Candidate best) {
    Path aside = backend.resolve(Natives.ALTERNATIVES);
    List<String> lines = new ArrayList<>();
    all.stream()
        .map(measured -> measured.candidate().natives())
        .filter(natives -> natives.used() && !natives.equals(best.natives()))
        .distinct()
        .forEach(natives -> lines.add("  move " + natives.jar() + " into " + aside));
    Stream<Path> needed = best.jars().stream().filter(jar -> jar.startsWith(aside));
    needed.forEach(jar -> lines.add("  move " + jar + " into " + backend));
    if (best.blas() == Blas.OPENBLAS && all.stream().anyMatch(m -> usesMkl(m.candidate()))) {
      lines.add("  move the mkl jars into " + aside);
    }
    lines.add("  or build with -Delbow.native=" + best.natives().classifier());
    return lines;
  }

  private static boolean usesMkl(Candidate candidate) {
    return candidate.used() && candidate.blas() == Blas.MKL;
  }

  /** {@code {"measured": [...], "recommended": {...}, "advice": "..."}}. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode list = json.putArray("measured");
    all.forEach(measured -> describe(measured, list.addObject()));
    Recommendation.of(all).ifPresent(best -> name(best, json.putObject("recommended")));
    return json.put("advice", String.join("\n", advice()));
  }

  private void describe(Measured measured, ObjectNode json) {
    name(measured.candidate(), json);
    json.put("used", measured.candidate().used());
    if (!measured.isMeasured()) {
      json.put("refused", measured.refused());
      return;
    }
    ObjectNode each = json.putObject("steps");
    for (int i = 0; i < steps.size(); i++) {
      StepFigures step = measured.steps().get(i);
      each.putObject(steps.get(i))
          .put("medianMilliseconds", step.median())
          .put("lowMilliseconds", step.low())
          .put("highMilliseconds", step.high())
          .put("cpuMilliseconds", step.processor());
    }
  }

  private static void name(Candidate candidate, ObjectNode json) {
    json.put("classifier", candidate.natives().classifier()).put("blas", candidate.blas().label());
  }
}
