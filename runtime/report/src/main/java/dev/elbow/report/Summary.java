package dev.elbow.report;

import dev.elbow.report.record.FigureNames;
import dev.elbow.report.record.FigureText;
import dev.elbow.report.record.RunRecord;
import dev.elbow.runs.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run in one paragraph. */
final class Summary {
  private static final List<String> HEADLINES =
      List.of("test.negativeElbo", "test.denoising", "test.reconstruction");

  private Summary() {}

  static String of(RunRecord run) {
    return model(run) + " " + training(run) + " " + result(run);
  }

  private static String model(RunRecord run) {
    return "A model with %s latent dimensions, posterior %s, prior %s and decoder %s."
        .formatted(
            run.settings().find("model.latent").orElse("an unknown number of"),
            part(run, "posterior"),
            part(run, "prior"),
            part(run, "decoder"));
  }

  private static String part(RunRecord run, String role) {
    return run.settings().find("model." + role + ".type").orElse("unknown");
  }

  private static String training(RunRecord run) {
    String examples = run.manifest().path("data").path("train").asText("");
    return "It was trained on %s%s for %d of %s epochs with seed %s, minimising %s."
        .formatted(
            run.dataName(),
            examples.isEmpty() ? "" : " (" + examples + " examples)",
            run.epochs(),
            run.plannedEpochs().orElse("an unknown number of"),
            run.manifest().path("seed").asText("unknown"),
            objective(run));
  }

  /** {@code the reconstruction error plus 4 times kl plus mmd}. */
  private static String objective(RunRecord run) {
    List<String> terms = new ArrayList<>();
    terms.add("the reconstruction error");
    for (int i = 0; run.settings().find(term(i, "type")).isPresent(); i++) {
      terms.add(weighted(run, i));
    }
    return terms.size() == 1 ? terms.get(0) + " alone" : String.join(" plus ", terms);
  }

  private static String weighted(RunRecord run, int i) {
    String type = run.settings().find(term(i, "type")).orElseThrow();
    String weight =
        run.settings()
            .find(term(i, "weight.value"))
            .or(() -> run.settings().find(term(i, "weight")))
            .orElse("1");
    boolean plain = weight.equals("1") || weight.equals("1.0");
    String schedule = run.settings().find(term(i, "weight.schedule")).orElse("constant");
    return (plain ? "" : weight + " times ")
        + type
        + (schedule.equals("constant") ? "" : " (weight by the schedule " + schedule + ")");
  }

  private static String term(int i, String key) {
    return "objective." + i + "." + key;
  }

  private static String result(RunRecord run) {
    if (!run.evaluated()) {
      return "It has no evaluation yet: it is still in training, or was interrupted.";
    }
    return headline(run)
        .map(e -> sentence(e.getKey(), e.getValue()))
        .orElse("Its evaluation has no headline figure.");
  }

  /** The figure that says most, with its name. */
  private static Optional<Map.Entry<String, Figure>> headline(RunRecord run) {
    return HEADLINES.stream()
        .filter(run.figures()::containsKey)
        .findFirst()
        .map(name -> Map.entry(name, run.figures().get(name)));
  }

  private static String sentence(String name, Figure figure) {
    String bound = FigureText.bound(figure);
    return "On the %s set its %s is %s %s%s."
        .formatted(
            FigureNames.set(name),
            FigureNames.words(name),
            FigureText.value(figure),
            FigureText.unit(figure),
            bound.isEmpty() ? "" : ", " + bound);
  }
}
