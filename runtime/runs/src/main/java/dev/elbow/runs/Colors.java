package dev.elbow.runs;

/** From values to 0xRRGGBB. */
final class Colors {

  static final int NOT_A_NUMBER = 0xff00ff;

  /** The perceptually uniform map viridis at equal distances. */
  private static final int[] HEAT = {
    0x440154, 0x482878, 0x3e4a89, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b,
    0xfde725
  };

  private Colors() {}

  /** Black at 0 and below, white at 1 and above. */
  static int gray(float value) {
    int level = level(value);
    return Float.isNaN(value) ? NOT_A_NUMBER : level << 16 | level << 8 | level;
  }

  static int rgb(float red, float green, float blue) {
    boolean none = Float.isNaN(red) || Float.isNaN(green) || Float.isNaN(blue);
    return none ? NOT_A_NUMBER : level(red) << 16 | level(green) << 8 | level(blue);
  }

  /** Dark blue at 0 and below, yellow at 1 and above. */
  static int heat(double value) {
    if (Double.isNaN(value)) {
      return NOT_A_NUMBER;
    }
    double place = Math.min(1, Math.max(0, value)) * (HEAT.length - 1);
    int index = Math.min((int) place, HEAT.length - 2);
    double part = place - index;
    int color = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = HEAT[index] >> shift & 0xff;
      int to = HEAT[index + 1] >> shift & 0xff;
      color |= (int) Math.round(from + part * (to - from)) << shift;
    }
    return color;
  }

  private static int level(float value) {
    return Math.round(255 * Math.min(1, Math.max(0, value)));
  }
}
