package dev.elbow.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TensorTest {

  @Test
  void holdsAsManyValuesAsItsShapeSays() {
    assertThat(Tensor.of(new float[6], 2, 3).shape()).containsExactly(2, 3);
    assertThat(Tensor.of(new float[] {7}).shape()).isEmpty();
    assertThat(Tensor.of(new float[0], 0, 3).data()).isEmpty();
    assertThat(Tensor.vector(1, 2).shape()).containsExactly(2);
  }

  @Test
  void refusesAnotherNumberOfValues() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.of(new float[5], 2, 3))
        .withMessage("shape [2, 3] holds 6 values, found 5");
  }

  @Test
  void refusesImpossibleShapes() {
    assertThatIllegalArgumentException().isThrownBy(() -> Tensor.of(new float[6], -2, -3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tensor.of(new float[0], 1L << 32, 1L << 32))
        .withMessageContaining("too large");
  }

  @Test
  void itsShapeCannotBeChangedFromOutside() {
    long[] shape = {2};
    Tensor tensor = new Tensor(shape, new float[2]);
    shape[0] = 9;
    tensor.shape()[0] = 9;
    assertThat(tensor.shape()).containsExactly(2);
  }

  @Test
  void isEqualByShapeAndBits() {
    assertThat(Tensor.of(new float[] {1, Float.NaN}, 2))
        .isEqualTo(Tensor.vector(1, Float.NaN))
        .hasSameHashCodeAs(Tensor.vector(1, Float.NaN))
        .isNotEqualTo(Tensor.of(new float[] {1, Float.NaN}, 2, 1))
        .isNotEqualTo(Tensor.vector(1, 2));
    assertThat(Tensor.vector(0f)).isNotEqualTo(Tensor.vector(-0f));
  }
}
