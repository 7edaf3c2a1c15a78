package dev.elbow.spi;

import static dev.elbow.spi.Operation.assertMatrix;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {
  private static final double[] X = {-40, -2, -0.3, 0.4, 3, 40};

  private static Operation operation(Activation activation) {
    return new Operation(activation::apply);
  }

  private static double plain(Activation activation, double x) {
    double sigmoid = 1 / (1 + Math.exp(-x));
    return switch (activation) {
      case RELU -> Math.max(x, 0);
      case LEAKY_RELU -> x > 0 ? x : 0.01 * x;
      case ELU -> x > 0 ? x : Math.expm1(x);
      case TANH -> Math.tanh(x);
      case SIGMOID -> sigmoid;
      case SOFTPLUS -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
      case SILU -> x * sigmoid;
      case NONE -> x;
    };
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void itIsItsFormula(Activation activation) {
    double[] expected = Arrays.stream(X).map(x -> plain(activation, x)).toArray();
    assertMatrix(operation(activation).value(X), expected);
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void itsSlopeIsThatOfItsFormulaTimesWhatArrives(Activation activation) {
    double[] upstream = Operation.upstream(X.length);
    double[] found = operation(activation).gradient(new double[][] {X}, upstream)[0];
    double h = 1e-5;
    for (int i = 0; i < X.length; i++) {
      double slope = (plain(activation, X[i] + h) - plain(activation, X[i] - h)) / (2 * h);
      assertThat(found[i]).describedAs("at %s", X[i]).isCloseTo(upstream[i] * slope, within(1e-8));
    }
  }
}
