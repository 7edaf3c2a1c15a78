package dev.elbow.graph.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against Java's functions in double precision, in units in the last place of a float. */
class TranscendentalTest {
  private static final int N = 1000;
  private final Registers registers = Registers.here();

  private interface Block {
    void apply(float[] x, float[] y, int n);
  }

  /** The largest error over many blocks of arguments in a range. */
  private static double ulps(Block block, DoubleUnaryOperator exact, double from, double to) {
    Random random = new Random(5);
    double worst = 0;
    for (int round = 0; round < 200; round++) {
      float[] x = new float[N];
      for (int i = 0; i < N; i++) {
        x[i] = (float) (from + (to - from) * random.nextDouble());
      }
      float[] y = new float[N];
      block.apply(x, y, N);
      for (int i = 0; i < N; i++) {
        double expected = exact.applyAsDouble(x[i]);
        double ulp = Math.ulp((float) expected);
        worst = Math.max(worst, Math.abs(y[i] - expected) / ulp);
      }
    }
    return worst;
  }

  private float[] exp(float... x) {
    float[] y = new float[x.length];
    Transcendental.exp(registers, x, y, x.length);
    return y;
  }

  private float[] log(float... x) {
    float[] y = new float[x.length];
    Transcendental.log(registers, x, y, x.length);
    return y;
  }

  @Test
  void theExponentialIsRightToTwoUnits() {
    Block block = (x, y, n) -> Transcendental.exp(registers, x, y, n);
    assertThat(ulps(block, Math::exp, -1, 1)).isLessThan(2);
    assertThat(ulps(block, Math::exp, -87, 88)).isLessThan(2);
  }

  @Test
  void theExponentialGoesToInfinityAndToZeroAsFloatsDo() {
    assertThat(exp(89, 1000, Float.POSITIVE_INFINITY)).containsOnly(Float.POSITIVE_INFINITY);
    assertThat(exp(-104, -1000, Float.NEGATIVE_INFINITY)).containsOnly(0f);
    assertThat(exp(0f, -0f)).containsOnly(1f);
    assertThat(exp(Float.NaN)).containsOnly(Float.NaN);
    assertThat(exp(-100f)[0]).isEqualTo((float) Math.exp(-100), within(Float.MIN_VALUE));
  }

  @Test
  void theLogarithmIsRightToTwoUnitsNearOneToo() {
    Block block = (x, y, n) -> Transcendental.log(registers, x, y, n);
    assertThat(ulps(block, Math::log, 1e-30, 1e-20)).isLessThan(2);
    assertThat(ulps(block, Math::log, 0.5, 2)).isLessThan(3);
    assertThat(ulps(block, Math::log, 2, 1e30)).isLessThan(2);
  }

  @Test
  void theLogarithmOfWhatIsNotPositiveAndOfExtremesIsJavas() {
    float[] odd = {0, -0f, -1, Float.NaN, Float.POSITIVE_INFINITY, Float.MIN_VALUE, 1};
    float[] expected = new float[odd.length];
    IntStream.range(0, odd.length).forEach(i -> expected[i] = (float) Math.log(odd[i]));
    assertThat(log(odd.clone())).isEqualTo(expected);
    float[] inPlace = odd.clone();
    Transcendental.log(registers, inPlace, inPlace, odd.length);
    assertThat(inPlace).isEqualTo(expected);
  }

  @Test
  void theLogarithmOfOnePlusATinyNumberIsThatNumber() {
    Block block = (x, y, n) -> Transcendental.log1p(registers, x, y, n);
    assertThat(ulps(block, Math::log1p, -1e-6, 1e-6)).isLessThan(3);
    assertThat(ulps(block, Math::log1p, -0.9, 10)).isLessThan(4);
    float[] odd = {-1, -2, Float.NaN, Float.POSITIVE_INFINITY, 0, 1e-30f};
    float[] y = new float[odd.length];
    Transcendental.log1p(registers, odd, y, odd.length);
    for (int i = 0; i < odd.length; i++) {
      assertThat(Float.valueOf(y[i])).isEqualTo(Float.valueOf((float) Math.log1p(odd[i])));
    }
  }

  @Test
  void theSigmoidIsRightToAFewUnitsAndSaturates() {
    Block block = (x, y, n) -> Transcendental.sigmoid(registers, x, y, n);
    assertThat(ulps(block, x -> 1 / (1 + Math.exp(-x)), -80, 80)).isLessThan(4);
    float[] y = new float[2];
    Transcendental.sigmoid(registers, new float[] {-1000, 1000}, y, 2);
    assertThat(y).containsExactly(0, 1);
  }

  @Test
  void theSoftplusAndItsSigmoidAreRightToAFewUnitsForLargeArgumentsToo() {
    Block softplus = (x, y, n) -> Transcendental.softplus(x, unit(x), y, n);
    assertThat(ulps(softplus, x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), -80, 200))
        .isLessThan(4);
    Block sigmoid = (x, y, n) -> Transcendental.sigmoid(x, unit(x), y, n);
    assertThat(ulps(sigmoid, x -> 1 / (1 + Math.exp(-x)), -80, 80)).isLessThan(4);
    float[] zero = new float[1];
    Transcendental.sigmoid(new float[] {0}, new float[] {1}, zero, 1);
    assertThat(zero).containsExactly(0.5f);
  }

  /** exp(-|x|). */
  private float[] unit(float[] x) {
    float[] e = new float[x.length];
    Arithmetic.absolute(x, e, x.length);
    Arithmetic.negate(e, e, x.length);
    Transcendental.exp(registers, e, e, x.length);
    return e;
  }

  @Test
  void theHyperbolicTangentIsRightToAFewUnitsNearZeroToo() {
    Block block = Transcendental::tanh;
    assertThat(ulps(block, Math::tanh, -1e-3, 1e-3)).isLessThan(4);
    assertThat(ulps(block, Math::tanh, -20, 20)).isLessThan(6);
    float[] odd = {0, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 50};
    float[] y = new float[odd.length];
    Transcendental.tanh(odd, y, odd.length);
    assertThat(y[0]).isZero();
    assertThat(y[1]).isNaN();
    assertThat(y[2]).isEqualTo(1, within(1e-7f));
    assertThat(y[3]).isEqualTo(-1, within(1e-7f));
    assertThat(y[4]).isEqualTo(1, within(1e-7f));
  }

  @Test
  void theSumOfAPieceIsThatPiecesSum() {
    float[] x = new float[100];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    assertThat(Arithmetic.sum(x, 3, 0)).isZero();
    assertThat(Arithmetic.sum(x, 3, 5)).isEqualTo(3 + 4 + 5 + 6 + 7);
    assertThat(Arithmetic.sum(x, 10, 29)).isEqualTo(29 * (10 + 38) / 2f);
  }

  @Test
  void theStepIsZeroAtZeroAndOneAboveIt() {
    float[] z = new float[4];
    float[] g = {1, 1, 1, 1};
    Arithmetic.reluGradient(new float[] {-1, 0, 1e-37f, Float.POSITIVE_INFINITY}, g, z, 4);
    assertThat(z).containsExactly(0, 0, 1, 1);
  }
}
