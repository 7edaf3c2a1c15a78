package dev.elbow.runs;

import dev.elbow.spi.FailureException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The losses over the epochs as a PNG 900 wide: above, the loss of each split over the whole width;
 * below, two in a row, the reconstruction and each term of the objective, on axes of their own.
 */
public final class LossChart {

  private static final Logger LOG = LoggerFactory.getLogger(LossChart.class);
  private static final int WIDTH = 900;
  private static final int UPPER = 320;
  private static final int LOWER = 280;

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
    return ChartFile.write(file, () -> draw(title, lossName, points));
  }

  private static BufferedImage draw(String title, String lossName, List<EpochPoint> points) {
    List<XYChart> panels = new ArrayList<>(List.of(LossPanels.reconstruction(points)));
    for (String term : LossPanels.terms(points)) {
      panels.add(LossPanels.term(term, points));
    }
    int height = UPPER + (panels.size() + 1) / 2 * LOWER;
    BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, WIDTH, height);
      LossPanels.loss(title, lossName, points).paint(graphics, WIDTH, UPPER);
      graphics.translate(0, UPPER);
      for (int i = 0; i < panels.size(); i++) {
        panels.get(i).paint(graphics, WIDTH / 2, LOWER);
        graphics.translate(i % 2 == 0 ? WIDTH / 2 : -WIDTH / 2, i % 2 * LOWER);
      }
    } finally {
      graphics.dispose();
    }
    return image;
  }
}
