package dev.elbow.runs;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes charts where the machine can draw text, and says so where it cannot. */
final class ChartFile {
  private static final Logger LOG = LoggerFactory.getLogger(ChartFile.class);

  private ChartFile() {}

  /**
   * @param file to be written atomically
   * @param chart drawn only if this machine can draw text
   * @return whether there is a chart
   */
  static boolean write(Path file, Supplier<BufferedImage> chart) {
    Optional<String> problem = Fonts.problem();
    if (problem.isPresent()) {
      LOG.warn(
          "no {}: this machine cannot draw text ({}). Install fontconfig and a font.",
          file.getFileName(),
          problem.get());
      return false;
    }
    Pictures.write(chart.get(), file);
    return true;
  }
}
