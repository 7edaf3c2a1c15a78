package dev.elbow.plugin.decoder.pixelcnn;

/**
 * For which pixels a network computes its features: all of them at once, or the few that one pixel
 * depends on. The features are the same.
 */
interface Frame {

  /** What the frame covers of a plane of the whole image. */
  Plane covered(Plane whole);

  /** A plane whose windows may reach so far over its upper, left and right border. */
  Plane padded(Plane plane, int top, int left, int right);

  /**
   * The pixels of a plane that the horizontal stack needs.
   *
   * @param reach how far to the left the layers above look
   */
  Plane beside(Plane plane, int reach);

  /** A covered plane at the pixels of another one. */
  Plane matching(Plane covered, Plane pixels);

  /** The features, with zeros outside the image. */
  Plane inside(Plane features);
}
