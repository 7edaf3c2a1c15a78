package dev.elbow.benchmarks.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixProductTest {
  private static final int WEIGHTS_OF_A =
      784 * 500 + 500 * 500 + 500 * 40 + 20 * 500 + 500 * 500 + 500 * 784;

  @Test
  void inferenceMultipliesEachWeightOnceForEachExample() {
    Model a = Model.mlp(20, 500, 500);
    double encode = MatrixProduct.flops(MatrixProduct.of(a, Work.ENCODE, 3));
    double sample = MatrixProduct.flops(MatrixProduct.of(a, Work.SAMPLE, 3));
    assertThat(encode + sample).isEqualTo(2.0 * 3 * WEIGHTS_OF_A);
  }

  @Test
  void trainingDoesSoThreeTimesButForTheGradientOfTheImages() {
    Model a = Model.mlp(20, 500, 500);
    assertThat(MatrixProduct.flops(MatrixProduct.of(a, Work.TRAIN, 128)))
        .isEqualTo(2.0 * 128 * (3 * WEIGHTS_OF_A - 784 * 500));
  }

  @Test
  void aConvolutionMultipliesItsFiltersAtEveryPosition() {
    MatrixProduct first = MatrixProduct.of(Model.conv(10), Work.ENCODE, 2).get(0);
    assertThat(first).isEqualTo(new MatrixProduct(2 * 14 * 14, 16, 64));
  }

  @Test
  void aTransposedConvolutionDoesAsMuchAsTheConvolutionItMirrors() {
    List<MatrixProduct> decoder = MatrixProduct.of(Model.conv(10), Work.SAMPLE, 2);
    MatrixProduct last = decoder.get(decoder.size() - 1);
    assertThat(last.flops()).isEqualTo(new MatrixProduct(2 * 14 * 14, 16, 64).flops());
  }
}
