package dev.elbow.plugin.decoder.pixelcnn;

/** All pixels: every plane has the image's size, and layers pad it with zeros. */
final class WholeImage implements Frame {

  @Override
  public Plane covered(Plane whole) {
    return whole;
  }

  @Override
  public Plane padded(Plane plane, int top, int left, int right) {
    return plane.padded(top, left, right);
  }

  @Override
  public Plane beside(Plane plane, int reach) {
    return plane;
  }

  @Override
  public Plane matching(Plane covered, Plane pixels) {
    return covered;
  }

  @Override
  public Plane inside(Plane features) {
    return features;
  }
}
