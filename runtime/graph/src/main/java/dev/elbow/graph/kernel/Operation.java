package dev.elbow.graph.kernel;

import dev.elbow.graph.ir.MapOp;

/**
 * A function on registers.
 *
 * @param a register of the first input
 * @param b of the second, or the first again
 * @param c of the third, or the first again
 * @param to of the result
 */
record Operation(MapOp op, int a, int b, int c, int to) implements Action {
  @Override
  public void run(Registers scratch, float[][] registers, Region region, int part) {
    float[] x = registers[a];
    float[] y = registers[b];
    float[] z = registers[to];
    int n = region.n();
    switch (op) {
      case COPY -> System.arraycopy(x, 0, z, 0, n);
      case ADD -> Arithmetic.add(x, y, z, n);
      case SUBTRACT -> Arithmetic.subtract(x, y, z, n);
      case MULTIPLY -> Arithmetic.multiply(x, y, z, n);
      case DIVIDE -> Arithmetic.divide(x, y, z, n);
      case MAXIMUM -> Arithmetic.maximum(x, y, z, n);
      case MINIMUM -> Arithmetic.minimum(x, y, z, n);
      case NEGATE -> Arithmetic.negate(x, z, n);
      case ABSOLUTE -> Arithmetic.absolute(x, z, n);
      case SIGN -> Arithmetic.sign(x, z, n);
      case SQUARE -> Arithmetic.square(x, z, n);
      case SQUARE_ROOT -> Arithmetic.squareRoot(x, z, n);
      case EXP -> Transcendental.exp(scratch, x, z, n);
      case LOG -> Transcendental.log(scratch, x, z, n);
      case LOG1P -> Transcendental.log1p(scratch, x, z, n);
      case EXPM1 -> Transcendental.expm1(x, z, n);
      case SIGMOID -> Transcendental.sigmoid(scratch, x, z, n);
      case TANH -> Transcendental.tanh(x, z, n);
      case RELU -> Arithmetic.relu(x, z, n);
      case RELU_GRADIENT -> Arithmetic.reluGradient(x, y, z, n);
      case LEAKY_RELU -> Arithmetic.leakyRelu(x, y, z, n);
      case LEAKY_RELU_GRADIENT -> Arithmetic.leakyReluGradient(x, y, registers[c], z, n);
      case SIGMOID_GRADIENT -> Arithmetic.sigmoidGradient(x, y, z, n);
      case TANH_GRADIENT -> Arithmetic.tanhGradient(x, y, z, n);
      case SOFTPLUS -> Transcendental.softplus(x, y, z, n);
      case SIGMOID_OF -> Transcendental.sigmoid(x, y, z, n);
      case GREATER -> Arithmetic.greater(x, y, z, n);
      case LESS -> Arithmetic.greater(y, x, z, n);
    }
  }
}
