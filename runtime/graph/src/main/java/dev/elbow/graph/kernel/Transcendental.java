package dev.elbow.graph.kernel;

/**
 * Exponential, logarithm and their relatives on blocks, to a few units in the last place.
 *
 * <p>Each is made of loops of additions, multiplications and divisions over arrays, and of shifts
 * over their bits, which run as vector instructions; Java's own functions take ten times as long.
 */
final class Transcendental {
  private static final float LOG2_E = 1.44269504f;

  /** The logarithm of 2 in two parts, the first of which has few bits: Cody and Waite, 1980. */
  private static final float LN2_HIGH = 0.693359375f;

  private static final float LN2_LOW = -2.12194440e-4f;

  /** 1.5 2^23: what is added to it is rounded to an integer, in the last bits. */
  private static final float ROUND = 12582912f;

  private static final int ROUND_BITS = Float.floatToRawIntBits(ROUND);
  private static final int ONE_BITS = Float.floatToRawIntBits(1f);
  private static final int ROOT_HALF_BITS = Float.floatToRawIntBits((float) Math.sqrt(0.5));
  private static final int MANTISSA = 0x007fffff;

  /** Beyond these the exponential of a float is 0 or infinite. */
  private static final float LEAST = -104f;

  private static final float MOST = 89f;

  /** Beyond this tanh is 1 in single precision. */
  private static final float SATURATION = 9.1f;

  private Transcendental() {}

  /** e^x = 2^k e^r with |r| at most log(2) / 2; the power of 2 in two steps, for the extremes. */
  static void exp(Registers registers, float[] x, float[] y, int n) {
    float[] r = registers.scratch;
    float[] rounded = registers.other;
    for (int i = 0; i < n; i++) {
      r[i] = Math.max(LEAST, Math.min(MOST, x[i]));
    }
    for (int i = 0; i < n; i++) {
      rounded[i] = r[i] * LOG2_E + ROUND;
    }
    int[] half = registers.bits;
    int[] rest = registers.moreBits;
    registers.toBits(rounded, half, n);
    for (int i = 0; i < n; i++) {
      float k = rounded[i] - ROUND;
      r[i] = (r[i] - k * LN2_HIGH) - k * LN2_LOW;
    }
    for (int i = 0; i < n; i++) {
      int k = half[i] - ROUND_BITS;
      int first = k >> 1;
      rest[i] = ((k - first) << 23) + ONE_BITS;
      half[i] = (first << 23) + ONE_BITS;
    }
    registers.toFloats(half, rounded, n);
    for (int i = 0; i < n; i++) {
      y[i] = expPolynomial(r[i]) * rounded[i];
    }
    registers.toFloats(rest, rounded, n);
    for (int i = 0; i < n; i++) {
      y[i] = y[i] * rounded[i];
    }
  }

  /** Taylor's series, economised over |r| at most log(2) / 2. */
  private static float expPolynomial(float r) {
    float p = 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    return p * (r * r) + r + 1f;
  }

  /** log(2^e m) = e log 2 + log m, with m between the roots of 1/2 and 2. */
  static void log(Registers registers, float[] x, float[] y, int n) {
    int[] exponent = registers.bits;
    int[] mantissa = registers.moreBits;
    float[] e = registers.scratch;
    float[] m = registers.other;
    registers.toBits(x, mantissa, n);
    for (int i = 0; i < n; i++) {
      int shifted = mantissa[i] - ROOT_HALF_BITS;
      exponent[i] = (shifted >> 23) + ROUND_BITS;
      mantissa[i] = (shifted & MANTISSA) + ROOT_HALF_BITS;
    }
    registers.toFloats(exponent, e, n);
    registers.toFloats(mantissa, m, n);
    // The result may lie in the same array as the argument, which the odd cases need.
    float[] result = y == x ? m : y;
    for (int i = 0; i < n; i++) {
      result[i] = logOf(e[i] - ROUND, m[i] - 1f);
    }
    if (!areFrom(registers, Float.MIN_NORMAL, x, n)) {
      for (int i = 0; i < n; i++) {
        if (!(x[i] >= Float.MIN_NORMAL && x[i] <= Float.MAX_VALUE)) {
          result[i] = (float) Math.log(x[i]);
        }
      }
    }
    if (result != y) {
      System.arraycopy(result, 0, y, 0, n);
    }
  }

  /** Whether all are finite and no less than a number, found without a branch for each. */
  private static boolean areFrom(Registers registers, float least, float[] x, int n) {
    float[] defects = registers.defects;
    for (int i = 0; i < n; i++) {
      defects[i] = Math.min(x[i] - least, 0f) + (x[i] - x[i]);
    }
    return Arithmetic.sum(defects, 0, n) == 0;
  }

  /** e log 2 + log(1 + f), by an economised series. */
  private static float logOf(float e, float f) {
    float p = 7.0376836292e-2f;
    p = p * f - 1.1514610310e-1f;
    p = p * f + 1.1676998740e-1f;
    p = p * f - 1.2420140846e-1f;
    p = p * f + 1.4249322787e-1f;
    p = p * f - 1.6668057665e-1f;
    p = p * f + 2.0000714765e-1f;
    p = p * f - 2.4999993993e-1f;
    p = p * f + 3.3333331174e-1f;
    float square = f * f;
    return (p * f * square + e * LN2_LOW - 0.5f * square) + f + e * LN2_HIGH;
  }

  /**
   * log(1 + x) = log u + (x - (u - 1)) / u, where u is 1 + x as it is rounded.
   *
   * @param y another array than x
   */
  static void log1p(Registers registers, float[] x, float[] y, int n) {
    float[] u = registers.third;
    for (int i = 0; i < n; i++) {
      u[i] = 1f + x[i];
    }
    log(registers, u, y, n);
    for (int i = 0; i < n; i++) {
      y[i] = y[i] + (x[i] - (u[i] - 1f)) / u[i];
    }
    if (!areFrom(registers, -1f + Math.ulp(0.5f), x, n)) {
      for (int i = 0; i < n; i++) {
        if (!(x[i] > -1f && x[i] <= Float.MAX_VALUE)) {
          y[i] = (float) Math.log1p(x[i]);
        }
      }
    }
  }

  /** 1 / (1 + e^-x). */
  static void sigmoid(Registers registers, float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = -x[i];
    }
    exp(registers, y, y, n);
    for (int i = 0; i < n; i++) {
      y[i] = 1f / (1f + y[i]);
    }
  }

  /**
   * Lambert's continued fraction of tanh(x / 4), cut off, and tanh(2 t) = 2 t / (1 + t^2) twice.
   */
  static void tanh(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.max(-SATURATION, Math.min(SATURATION, x[i])) * 0.25f;
    }
    for (int i = 0; i < n; i++) {
      float s = y[i] * y[i];
      float numerator = 2027025f + s * (270270f + s * (6930f + s * 36f));
      float denominator = 2027025f + s * (945945f + s * (51975f + s * (630f + s)));
      y[i] = y[i] * numerator / denominator;
    }
    for (int i = 0; i < n; i++) {
      y[i] = 2f * y[i] / (1f + y[i] * y[i]);
    }
    for (int i = 0; i < n; i++) {
      y[i] = 2f * y[i] / (1f + y[i] * y[i]);
    }
  }

  /** max(x, 0) + log(1 + e), with e = exp(-|x|). */
  static void softplus(float[] x, float[] e, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = Math.max(x[i], 0f) + log1pOfUnit(e[i]);
    }
  }

  /** log(1 + e) = 2 artanh(e / (2 + e)) for e from 0 to 1, by the series of the artanh. */
  private static float log1pOfUnit(float e) {
    float s = e / (2f + e);
    float q = s * s;
    float p = 2f / 15f;
    p = p * q + 2f / 13f;
    p = p * q + 2f / 11f;
    p = p * q + 2f / 9f;
    p = p * q + 2f / 7f;
    p = p * q + 2f / 5f;
    p = p * q + 2f / 3f;
    return p * q * s + 2f * s;
  }

  /** 1 / (1 + e) where x > 0, e / (1 + e) where it is not, with e = exp(-|x|). */
  static void sigmoid(float[] x, float[] e, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      float step = Math.max(0f, Math.min(1f, x[i] * Float.MAX_VALUE));
      y[i] = (step + (1f - step) * e[i]) / (1f + e[i]);
    }
  }

  /** e^x - 1, exact for small x. */
  static void expm1(float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = (float) Math.expm1(x[i]);
    }
  }
}
