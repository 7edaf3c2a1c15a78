package dev.elbow.engine.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.elbow.engine.Plugins;
import dev.elbow.engine.options.OptimizerOptions.AdaDelta;
import dev.elbow.engine.options.OptimizerOptions.Adam;
import dev.elbow.engine.options.OptimizerOptions.AdamW;
import dev.elbow.engine.options.OptimizerOptions.Sgd;
import dev.elbow.spi.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** training.optimizer and training.averaging as a user writes them. */
class OptimizerOptionsTest {
  private static TrainingOptions read(String training, String... overrides) {
    String yaml =
        """
        data: {dataset: fashion-mnist-sample}
        model: {latent: 2, encoder: mlp, decoder: bernoulli}
        training: %s
        """
            .formatted(training);
    return Plugins.engine().reader().read(yaml, "small.yaml", List.of(overrides)).training();
  }

  private static LearningRate rate(double value) {
    return new LearningRate(value, LearningRate.Shape.CONSTANT, 0, 0.1, 10);
  }

  @Test
  void adamIsTheStandard() {
    Adam standard = new Adam(rate(1e-3), 0.9, 0.999, 1e-8);
    assertThat(read("{}").optimizer()).isEqualTo(standard);
    assertThat(read("{optimizer: adam}").optimizer()).isEqualTo(standard);
    assertThat(read("{optimizer: {type: adam}}").optimizer()).isEqualTo(standard);
  }

  @Test
  void optionsWithoutATypeAreAdams() {
    assertThat(read("{optimizer: {learningRate: 2.0e-3, beta1: 0.5}}").optimizer())
        .isEqualTo(new Adam(rate(2e-3), 0.5, 0.999, 1e-8));
    assertThat(read("{}", "training.optimizer.learningRate=0.02").optimizer())
        .isEqualTo(new Adam(rate(0.02), 0.9, 0.999, 1e-8));
  }

  @Test
  void everyTypeHasOptionsOfItsOwn() {
    assertThat(read("{optimizer: adamw}").optimizer())
        .isEqualTo(new AdamW(rate(1e-3), 0.9, 0.999, 1e-8, 0.01));
    assertThat(read("{optimizer: {type: sgd, nesterov: true}}").optimizer())
        .isEqualTo(new Sgd(rate(1e-2), 0.9, true));
    assertThat(read("{optimizer: adadelta}").optimizer())
        .isEqualTo(new AdaDelta(rate(1), 0.95, 1e-6));
    assertThat(read("{}", "training.optimizer={type: sgd, momentum: 0.5}").optimizer())
        .isEqualTo(new Sgd(rate(1e-2), 0.5, false));
  }

  @Test
  void aScheduleWorksWithEveryType() {
    String cosine = "learningRate: {value: 0.5, schedule: cosine}";
    assertThat(read("{optimizer: {type: sgd, " + cosine + "}}").optimizer().learningRate())
        .isEqualTo(new LearningRate(0.5, LearningRate.Shape.COSINE, 0, 0.1, 10));
  }

  @Test
  void averagingIsOffUnlessItIsAskedFor() {
    assertThat(read("{}").averaging()).isEmpty();
    assertThat(read("{averaging: {}}").averaging()).contains(new AveragingOptions(0.999, true));
    assertThat(read("{averaging: 0.99}").averaging()).contains(new AveragingOptions(0.99, true));
    assertThat(read("{averaging: {decay: 0.5, warmup: false}}").averaging())
        .contains(new AveragingOptions(0.5, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{optimizer: adamm} | CFG-ENUM | Did you mean adam?",
        "{optimizer: {type: sgd, beta1: 0.5}} | CFG-UNKNOWN-KEY | Keys of sgd: learningRate, momentum, nesterov.",
        "{optimizer: {weightDecay: 0.5}} | CFG-UNKNOWN-KEY | It is one of adamw.",
        "{optimizer: {type: sgd, momentun: 0.5}} | CFG-UNKNOWN-KEY | Did you mean momentum?",
        "{optimizer: {type: sgd, momentum: 1}} | CFG-RANGE | Change the value of training.optimizer.momentum.",
        "{optimizer: {type: sgd, momentum: 0, nesterov: true}} | CFG-VALUE | Change these keys: learningRate, momentum, nesterov.",
        "{averaging: 1} | CFG-RANGE | Change the value of training.averaging.decay.",
        "{averaging: {decai: 0.9}} | CFG-UNKNOWN-KEY | Did you mean decay?",
      })
  void aMistakeIsExplained(String training, String id, String fix) {
    InputException e = catchThrowableOfType(InputException.class, () -> read(training));
    assertThat(e.id()).isEqualTo(id);
    assertThat(e.fix()).contains(fix);
    assertThat(e.place()).startsWith("small.yaml:3:");
  }
}
