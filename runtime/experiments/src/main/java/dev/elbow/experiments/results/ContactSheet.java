package dev.elbow.experiments.results;

import dev.elbow.runs.Pictures;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code samples.png}: the samples of each setting's first seed, side by side. */
final class ContactSheet {
  private static final Logger LOG = LoggerFactory.getLogger(ContactSheet.class);
  private static final int COLUMNS = 4;
  private static final int TILE = 260;
  private static final int LABEL = 34;
  private static final int GAP = 10;
  private static final int SMALL = 12;

  private record Tile(String name, BufferedImage picture) {}

  private ContactSheet() {}

  /** Writes the sheet; empty if no cell has samples, or this machine cannot draw text. */
  static Optional<Path> write(Results results, Path file) {
    List<Tile> tiles = new ArrayList<>();
    for (Setting setting : results.settings()) {
      read(setting.cells().get(0).folder().resolve("images").resolve("samples.png"))
          .ifPresent(p -> tiles.add(new Tile(results.names().of(setting.coordinates()), p)));
    }
    if (tiles.isEmpty()) {
      return Optional.empty();
    }
    try {
      Pictures.write(draw(tiles), file);
      return Optional.of(file);
    } catch (RuntimeException | LinkageError noFonts) {
      LOG.warn("no {}: this machine cannot draw text ({})", file.getFileName(), noFonts.toString());
      return Optional.empty();
    }
  }

  private static Optional<BufferedImage> read(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Optional.ofNullable(ImageIO.read(file.toFile()))
          : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static BufferedImage draw(List<Tile> tiles) {
    int across = Math.min(COLUMNS, tiles.size());
    int down = (tiles.size() + across - 1) / across;
    BufferedImage sheet =
        new BufferedImage(
            GAP + across * (TILE + GAP), GAP + down * (TILE + LABEL + GAP), type(tiles));
    Graphics2D graphics = sheet.createGraphics();
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, SMALL));
      for (int i = 0; i < tiles.size(); i++) {
        int x = GAP + i % across * (TILE + GAP);
        int y = GAP + i / across * (TILE + LABEL + GAP);
        draw(graphics, tiles.get(i), x, y);
      }
    } finally {
      graphics.dispose();
    }
    return sheet;
  }

  /** Grey where nothing has a colour, which takes a third of the space. */
  private static int type(List<Tile> tiles) {
    boolean grey = tiles.stream().allMatch(tile -> isGrey(tile.picture()));
    return grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
  }

  private static boolean isGrey(BufferedImage picture) {
    int[] pixels =
        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    return Arrays.stream(pixels)
        .allMatch(p -> (p & 0xFF) == (p >> 8 & 0xFF) && (p & 0xFF) == (p >> 16 & 0xFF));
  }

  private static void draw(Graphics2D graphics, Tile tile, int x, int y) {
    BufferedImage picture = tile.picture();
    double scale =
        Math.min((double) TILE / picture.getWidth(), (double) TILE / picture.getHeight());
    int width = (int) (picture.getWidth() * scale);
    int height = (int) (picture.getHeight() * scale);
    graphics.drawImage(picture, x, y + LABEL, width, height, null);
    graphics.setColor(Color.DARK_GRAY);
    int line = 0;
    for (String part : lines(graphics, tile.name())) {
      graphics.drawString(part, x, y + SMALL + line * (SMALL + 3));
      line++;
    }
  }

  /** As many words as fit in the first line, and the rest in the second. */
  private static List<String> lines(Graphics2D graphics, String name) {
    FontMetrics metrics = graphics.getFontMetrics();
    int split = name.length();
    while (split > 0 && metrics.stringWidth(name.substring(0, split)) > TILE) {
      split = name.lastIndexOf(' ', split - 1);
    }
    return split <= 0 || split == name.length()
        ? List.of(name)
        : List.of(name.substring(0, split), name.substring(split + 1));
  }
}
