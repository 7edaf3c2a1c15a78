package dev.elbow.runs;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** Finds out whether this machine can draw text. */
final class Fonts {

  private Fonts() {}

  /**
   * Draws a letter.
   *
   * <p>A Java without fontconfig, without freetype, without a font or with a display that is gone
   * says so in many ways, and in a second attempt in others: UnsatisfiedLinkError, then
   * NoClassDefFoundError; InternalError; AWTError; a plain Error ("No physical fonts found"); a
   * plain RuntimeException ("Fontconfig head is null"); NullPointerException. Nothing but AWT runs
   * inside this block, so that catching them all hides no defect of ours.
   *
   * @return what is missing; empty if text can be drawn
   */
  static Optional<String> problem() {
    try {
      Graphics2D graphics = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB).createGraphics();
      graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 8));
      graphics.drawString("x", 0, 8);
      graphics.dispose();
      return Optional.empty();
    } catch (OutOfMemoryError | StackOverflowError e) {
      throw e;
    } catch (Error | RuntimeException e) {
      return Optional.of(e.toString());
    }
  }
}
