package dev.elbow.engine.pictures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.engine.model.TrainingGraph.TermInfo;
import dev.elbow.runs.EpochPoint;
import dev.elbow.runs.LossChart;
import dev.elbow.runs.Picture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The loss, the reconstruction and the terms over the epochs. */
final class LossCurves implements Plate {
  private static final String FILE = "loss.png";

  @Override
  public Optional<Picture> draw(Scene scene) {
    // What was minimised may hold more than the ELBO: the evaluation says whether it is a bound.
    boolean bound = scene.run().figures().path("test.objective").path("bound").asBoolean();
    String loss = bound ? "-ELBO" : "objective (no bound)";
    return LossChart.write(scene.image(FILE), scene.data().name(), loss, points(scene))
        ? Optional.of(
            new Picture(
                FILE,
                "Curves",
                "Line charts of the loss, the reconstruction and the terms over the epochs.",
                "Look for a validation curve that turns up while training goes on down: that is"
                    + " overfitting. A KL that falls to 0 early is posterior collapse."))
        : Optional.empty();
  }

  private static List<EpochPoint> points(Scene scene) {
    List<String> terms = scene.model().evaluation().terms().stream().map(TermInfo::name).toList();
    List<EpochPoint> points = new ArrayList<>();
    for (ObjectNode line : scene.run().metrics().readAll()) {
      for (String split : List.of("train", "validation")) {
        if (line.has(split)) {
          double epoch = line.path("epoch").asDouble();
          points.add(point(split, epoch, line.path(split), terms));
        }
      }
    }
    return points;
  }

  private static EpochPoint point(String split, double epoch, JsonNode line, List<String> terms) {
    Map<String, Double> values = new LinkedHashMap<>();
    terms.forEach(term -> values.put(term, line.path(term).asDouble(Double.NaN)));
    return new EpochPoint(
        split,
        epoch,
        line.path("objective").asDouble(Double.NaN),
        line.path("reconstruction").asDouble(Double.NaN),
        values);
  }
}
