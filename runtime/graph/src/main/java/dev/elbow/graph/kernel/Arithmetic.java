package dev.elbow.graph.kernel;

/** The other functions on blocks. A result may lie in the array of an argument. */
final class Arithmetic {
  /** Times this, every positive float but the smallest denormal ones is at least 1. */
  private static final float STEEP = Float.MAX_VALUE;

  private Arithmetic() {}

  static void add(float[] x, float[] y, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = x[i] + y[i];
    }
  }

  static void subtract(float[] x, float[] y, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = x[i] - y[i];
    }
  }

  static void multiply(float[] x, float[] y, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = x[i] * y[i];
    }
  }

  static void divide(float[] x, float[] y, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = x[i] / y[i];
    }
  }

  static void maximum(float[] x, float[] y, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = Math.max(x[i], y[i]);
    }
  }

  static void minimum(float[] x, float[] y, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = Math.min(x[i], y[i]);
    }
  }

  static void negate(float[] x, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = -x[i];
    }
  }

  static void absolute(float[] x, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = Math.abs(x[i]);
    }
  }

  static void sign(float[] x, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = Math.max(-1f, Math.min(1f, x[i] * STEEP));
    }
  }

  static void square(float[] x, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = x[i] * x[i];
    }
  }

  static void squareRoot(float[] x, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = (float) Math.sqrt(x[i]);
    }
  }

  static void relu(float[] x, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = Math.max(x[i], 0f);
    }
  }

  /** The step function as a product, since a choice between two numbers is not vectorised. */
  static void reluGradient(float[] x, float[] g, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = g[i] * Math.max(0f, Math.min(1f, x[i] * STEEP));
    }
  }

  static void leakyRelu(float[] x, float[] slope, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = Math.max(x[i], 0f) + slope[i] * Math.min(x[i], 0f);
    }
  }

  static void leakyReluGradient(float[] x, float[] slope, float[] g, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      float step = Math.max(0f, Math.min(1f, x[i] * STEEP));
      z[i] = g[i] * (step + slope[i] * (1f - step));
    }
  }

  /** s (1 - s) g, of s. */
  static void sigmoidGradient(float[] s, float[] g, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = s[i] * (1f - s[i]) * g[i];
    }
  }

  /** (1 - t^2) g, of t. */
  static void tanhGradient(float[] t, float[] g, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = (1f - t[i] * t[i]) * g[i];
    }
  }

  static void greater(float[] x, float[] y, float[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = Math.max(0f, Math.min(1f, (x[i] - y[i]) * STEEP));
    }
  }

  /** The sum of a range, in eight parts that do not wait for each other. */
  static float sum(float[] x, int from, int n) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    float e = 0;
    float f = 0;
    float g = 0;
    float h = 0;
    int i = from;
    int end = from + n;
    for (; i + 8 <= end; i += 8) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
      e += x[i + 4];
      f += x[i + 5];
      g += x[i + 6];
      h += x[i + 7];
    }
    for (; i < end; i++) {
      a += x[i];
    }
    return ((a + b) + (c + d)) + ((e + f) + (g + h));
  }
}
