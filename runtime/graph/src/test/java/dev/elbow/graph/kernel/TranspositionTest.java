package dev.elbow.graph.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranspositionTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "3, 5", "32, 32", "33, 64", "70, 31"})
  void everyElementChangesRowAndColumn(int rows, int columns) {
    FloatBuffer from = FloatBuffer.allocate(rows * columns);
    FloatBuffer to = FloatBuffer.allocate(rows * columns);
    for (int i = 0; i < rows * columns; i++) {
      from.put(i, i);
    }
    new Transposition(rows, columns).run(from, to);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        assertThat(to.get(column * rows + row)).isEqualTo(row * columns + column);
      }
    }
  }
}
