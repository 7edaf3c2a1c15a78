package dev.elbow.plugin.network.conv;

import static dev.elbow.plugin.network.conv.Networks.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.graph.GraphBuilder;
import dev.elbow.graph.ParameterSpec;
import dev.elbow.spi.Activation;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Ready bodies, what options change in them, and what is refused. */
class ConvBodyTest {
  private static final DataShape DIGITS = image(1, 28, 28);
  private static final DataShape FACES = image(3, 64, 64);
  private static final DataShape CODE = DataShape.vector(20);

  private static Map<String, String> shapes(String options, DataShape from, DataShape to) {
    GraphBuilder builder = new GraphBuilder(DataType.FLOAT, true);
    Networks.of(options).apply(builder.root(), builder.input("x", from.features()), from, to);
    return builder.build().parameters().stream()
        .collect(Collectors.toMap(ParameterSpec::name, spec -> Arrays.toString(spec.shape())));
  }

  @Test
  void theTutorialsEncoderReachesTwoByTwoFromSixtyFour() {
    assertThat(shapes("{body: vanilla-vae}", FACES, CODE))
        .containsEntry("convolution-0/weight", "[3, 3, 3, 32]")
        .containsEntry("convolution-4/weight", "[3, 3, 256, 512]")
        .containsEntry("convolution-4-norm/scale", "[1, 512, 1, 1]")
        .containsEntry("output/weight", "[2048, 20]")
        .hasSize(17);
  }

  @Test
  void theTutorialsDecoderEndsInAConvolutionAtFullSize() {
    assertThat(shapes("{body: vanilla-vae}", CODE, FACES))
        .containsEntry("projection/weight", "[20, 2048]")
        .containsEntry("transposed-4/weight", "[3, 3, 256, 512]")
        .containsEntry("transposed-1/weight", "[3, 3, 32, 64]")
        .containsEntry("transposed-0/weight", "[3, 3, 32, 32]")
        .containsEntry("output/weight", "[3, 3, 32, 3]")
        .doesNotContainKey("projection-norm/scale")
        .hasSize(19);
  }

  @ParameterizedTest
  @CsvSource({"info-vae", "rho-vae"})
  void theBodiesOfThePapersHaveTwoConvolutionsAndADenseLayer(String body) {
    assertThat(shapes("{body: " + body + "}", DIGITS, CODE))
        .containsEntry("convolution-0/weight", "[4, 4, 1, 64]")
        .containsEntry("convolution-1/weight", "[4, 4, 64, 128]")
        .containsEntry("hidden-0/weight", "[6272, 1024]")
        .containsEntry("output/weight", "[1024, 20]")
        .hasSize(8);
    assertThat(shapes("{body: " + body + "}", CODE, DIGITS))
        .containsEntry("hidden-0/weight", "[20, 1024]")
        .containsEntry("projection/weight", "[1024, 6272]")
        .containsEntry("transposed-1/weight", "[4, 4, 64, 128]")
        .containsEntry("output/weight", "[4, 4, 1, 64]")
        .hasSize(8);
  }

  @ParameterizedTest
  @EnumSource(ConvBody.class)
  void everyBodyFitsSmallAndLargeImages(ConvBody body) {
    String options = "{body: " + body.name().toLowerCase(Locale.ROOT) + "}";
    for (DataShape shape : new DataShape[] {DIGITS, FACES}) {
      assertThat(shapes(options, shape, CODE)).containsKey("output/weight");
      assertThat(shapes(options, CODE, shape)).containsKey("output/weight");
    }
  }

  @Test
  void theNonlinearityOfTheInfoVaeBodyDependsOnTheDirection() {
    ConvSettings settings = ConvSettings.of(Networks.options("{body: info-vae}"));
    assertThat(settings.down()).isEqualTo(Activation.LEAKY_RELU);
    assertThat(settings.up()).isEqualTo(Activation.RELU);
  }

  @Test
  void withoutOptionsTheBodyIsASmallOne() {
    ConvSettings settings = ConvSettings.of(Networks.options("{}"));
    assertThat(settings.filters()).containsExactly(32, 64);
    assertThat(settings.kernel()).isEqualTo(4);
    assertThat(settings.stride()).isEqualTo(2);
    assertThat(settings.hidden()).containsExactly(256);
    assertThat(settings.batchNorm()).isFalse();
  }

  @Test
  void whatIsGivenReplacesTheBodysValueAndTheRestStays() {
    ConvSettings settings =
        ConvSettings.of(
            Networks.options(
                "{body: vanilla-vae, filters: [8, 9], hidden: [7], batchNorm: false,"
                    + " activation: silu}"));
    assertThat(settings)
        .isEqualTo(
            new ConvSettings(
                List.of(8, 9),
                3,
                2,
                List.of(7),
                Activation.SILU,
                Activation.SILU,
                false,
                true,
                true));
  }

  @Test
  void theDenseLayersOfABodyCanBeTakenAway() {
    assertThat(shapes("{body: info-vae, hidden: []}", DIGITS, CODE))
        .containsEntry("output/weight", "[6272, 20]")
        .hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({"5,3", "784,10", "1,1"})
  void vectorsAreRefused(int from, int to) {
    assertRefused(DataShape.vector(from), DataShape.vector(to), from + " to " + to);
  }

  @Test
  void fromImageToImageIsRefused() {
    assertRefused(DIGITS, FACES, "1x28x28 to 3x64x64");
  }

  private static void assertRefused(DataShape from, DataShape to, String shapes) {
    assertThatThrownBy(() -> shapes("{}", from, to))
        .isInstanceOfSatisfying(
            InputException.class,
            e -> {
              assertThat(e.id()).isEqualTo("NETWORK-SHAPE");
              assertThat(e.problem()).endsWith("found " + shapes);
              assertThat(e.fix()).contains("{type: mlp}");
            });
  }

  @Test
  void aBodyWithoutConvolutionsIsRefused() {
    assertThatThrownBy(() -> Networks.of("{filters: []}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("NETWORK-FILTERS")
        .hasMessageContaining("{type: mlp}");
  }

  @Test
  void aKernelThatSkipsPixelsIsRefused() {
    assertThatThrownBy(() -> Networks.of("{kernel: 2, stride: 3}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("NETWORK-KERNEL")
        .hasMessageContaining("at least the stride 3, found 2");
  }

  @ParameterizedTest
  @CsvSource({"'{filters: [0]}'", "'{kernel: 0}'", "'{hidden: [-1]}'", "'{momentum: 1}'"})
  void numbersOutOfRangeAreRefused(String options) {
    assertThatThrownBy(() -> Networks.of(options)).hasMessageContaining("CFG-RANGE");
  }
}
