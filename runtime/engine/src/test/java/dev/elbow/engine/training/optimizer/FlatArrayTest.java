package dev.elbow.engine.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class FlatArrayTest {

  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"FLOAT", "DOUBLE"})
  void aViewIsReadAndWrittenWhereItLies(DataType type) {
    INDArray whole = Nd4j.createFromArray(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f).castTo(type);
    FlatArray view = FlatArray.of(whole.get(NDArrayIndex.interval(3, 8)));
    float[] buffer = new float[3];
    view.read(1, buffer, 2);
    assertThat(buffer).containsExactly(4, 5, 0);
    view.write(3, new float[] {-1, -2, -3}, 2);
    assertThat(whole.data().asFloat()).containsExactly(0, 1, 2, 3, 4, 5, -1, -2, 8, 9);
  }

  @Test
  void otherArraysAreRefused() {
    INDArray matrix = Nd4j.zeros(DataType.FLOAT, 2, 3);
    assertThatThrownBy(() -> FlatArray.of(matrix)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FlatArray.of(matrix.getColumn(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FlatArray.of(Nd4j.zeros(DataType.INT64, 3)))
        .hasMessage("expected FLOAT or DOUBLE, found " + DataType.INT64);
  }
}
