package dev.elbow.report.html;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture inside a page. A PNG of many bytes becomes a JPEG of fewer. */
final class DataUri {
  /** Eight of them, in base64, stay below two megabytes. */
  private static final int MOST_BYTES = 180_000;

  private static final int WIDEST = 1100;
  private static final float QUALITY = 0.8f;

  private DataUri() {}

  /** Empty if the file is not there or is no picture. */
  static Optional<String> of(Path png) {
    try {
      byte[] bytes = Files.readAllBytes(png);
      if (bytes.length <= MOST_BYTES) {
        return Optional.of(uri("image/png", bytes));
      }
      return read(bytes)
          .map(DataUri::jpeg)
          .map(
              jpeg ->
                  jpeg.length < bytes.length ? uri("image/jpeg", jpeg) : uri("image/png", bytes));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String uri(String type, byte[] bytes) {
    return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }

  // Streams with caches of their own: the default ones are files in the system's temporary folder.
  private static Optional<BufferedImage> read(byte[] bytes) throws IOException {
    return Optional.ofNullable(
        ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))));
  }

  private static byte[] jpeg(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(smaller(picture), null, null), param);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage smaller(BufferedImage picture) {
    double scale = Math.min(1, (double) WIDEST / picture.getWidth());
    int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
    int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = result.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
    graphics.dispose();
    return result;
  }
}
