package dev.elbow.runs;

import dev.elbow.spi.FailureException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loss over the epochs as a PNG of 900 x 600: above, the loss of each split; below, the
 * reconstruction (left axis) and the divergence (right axis, dashed).
 */
public final class LossChart {

  private static final Logger LOG = LoggerFactory.getLogger(LossChart.class);
  private static final int WIDTH = 900;
  private static final int HEIGHT = 600;
  private static final int UPPER = 320;

  private LossChart() {}

  /**
   * Writes the chart, atomically; a machine that cannot draw text gets a warning in the log and no
   * file.
   *
   * @param lossName what the loss is called, such as {@code -ELBO}, or {@code loss (not a bound)}
   * @param points in any order; those that are not finite are left out
   * @return whether there is a chart: false without fonts or without a finite point
   * @throws FailureException {@code RUN-DISK} if the disk is full or refuses
   */
  public static boolean write(Path file, String title, String lossName, List<EpochPoint> points) {
    if (points.stream().noneMatch(point -> Double.isFinite(point.loss()))) {
      LOG.info("no loss chart: no epoch has a finite loss yet");
      return false;
    }
    Optional<String> problem = Fonts.problem();
    if (problem.isPresent()) {
      LOG.warn(
          "no loss chart: this machine cannot draw text ({}). Install fontconfig and a font; the"
              + " numbers are in metrics.jsonl.",
          problem.get());
      return false;
    }
    Pictures.write(draw(title, lossName, points), file);
    return true;
  }

  private static BufferedImage draw(String title, String lossName, List<EpochPoint> points) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, WIDTH, HEIGHT);
      LossPanels.loss(title, lossName, points).paint(graphics, WIDTH, UPPER);
      graphics.translate(0, UPPER);
      LossPanels.terms(points).paint(graphics, WIDTH, HEIGHT - UPPER);
    } finally {
      graphics.dispose();
    }
    return image;
  }
}
