package dev.elbow.cli.doctor;

import dev.elbow.runs.EpochPoint;
import dev.elbow.runs.LossChart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Draws a chart, because that is what fails on a machine without fonts. */
record DrawingCheck() implements Check {

  @Override
  public String topic() {
    return "drawing";
  }

  @Override
  public List<Finding> look() {
    return List.of(
        drawsCharts()
            ? Finding.ok("drawing", "pictures and charts, without a display")
            : Finding.warning(
                "drawing",
                "pictures only: this machine has no font for charts",
                "Install fontconfig and a font, such as fonts-dejavu-core."));
  }

  private static boolean drawsCharts() {
    try {
      Path file = Files.createTempFile("elbow-doctor-", ".png");
      try {
        EpochPoint point = new EpochPoint("train", 1, 1, 1, Map.of());
        return LossChart.write(file, "title", "loss", List.of(point));
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
