package dev.elbow.plugin.decoder.pixelcnn;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The pixels that one pixel depends on: as many rows above it, and columns on both sides, as the
 * layers reach. Each layer leaves fewer of them, until the pixel alone is left, which costs a small
 * part of what the whole image would.
 *
 * <p>A plane of the vertical stack has its pixel in the middle of the last row; a plane of the
 * horizontal stack is a row that ends with it. Near the border the window hangs over: what is there
 * is set to 0 after every layer, since the whole image is padded with zeros there.
 */
final class Window implements Frame {
  private final SDVariable rows;
  private final SDVariable columns;
  private final int reach;
  private final Plane inside;

  /**
   * @param pixel the place of the pixel
   * @param reach how far the layers look
   */
  Window(PixelPlace pixel, int reach) {
    Span vertical = Span.of(pixel.row(), pixel.height(), -reach, 0);
    Span horizontal = Span.of(pixel.column(), pixel.width(), -reach, reach);
    SameDiff sd = pixel.row().getSameDiff();
    this.rows = vertical.indices;
    this.columns = horizontal.indices;
    this.reach = reach;
    SDVariable height = sd.reshape(vertical.inside, 1, reach + 1, 1, 1);
    SDVariable width = sd.reshape(horizontal.inside, 1, 1, 2 * reach + 1, 1);
    this.inside = Plane.ofImage(height.mul(width), reach + 1, 2 * reach + 1, 1);
  }

  @Override
  public Plane covered(Plane whole) {
    SameDiff sd = rows.getSameDiff();
    SDVariable part = sd.gather(sd.gather(whole.image(), rows, 1), columns, 2);
    return inside(Plane.ofImage(part, reach + 1, 2 * reach + 1, whole.channels()));
  }

  /** The margin is there already. */
  @Override
  public Plane padded(Plane plane, int top, int left, int right) {
    return plane;
  }

  @Override
  public Plane beside(Plane plane, int left) {
    boolean isRow = plane.height() == 1;
    int pixel = isRow ? plane.width() - 1 : plane.height() - 1;
    return plane.part(plane.height() - 1, pixel - left, 1, left + 1);
  }

  @Override
  public Plane matching(Plane covered, Plane pixels) {
    if (pixels.height() == 1) {
      return beside(covered, pixels.width() - 1);
    }
    int margin = covered.height() - pixels.height();
    return covered.part(margin, margin, pixels.height(), pixels.width());
  }

  @Override
  public Plane inside(Plane features) {
    SDVariable mask = matching(inside, features).image();
    return features.withImage(features.image().mul(mask), features.channels());
  }

  /** The rows or columns from one offset to another, and which of them the image has. */
  private record Span(SDVariable indices, SDVariable inside) {

    static Span of(SDVariable middle, int size, int from, int to) {
      SameDiff sd = middle.getSameDiff();
      double[] offsets = new double[to - from + 1];
      for (int i = 0; i < offsets.length; i++) {
        offsets[i] = from + i;
      }
      DataType type = middle.dataType();
      SDVariable all = middle.add(sd.constant(Nd4j.createFromArray(offsets).castTo(type)));
      // to a half beyond the last one, because ND4J clips to no interval of a single number
      SDVariable existing = sd.math.floor(sd.math.clipByValue(all, 0, size - 0.5));
      return new Span(existing.castTo(DataType.INT32), all.eq(existing).castTo(type));
    }
  }
}
