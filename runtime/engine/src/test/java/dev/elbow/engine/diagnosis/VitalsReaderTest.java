package dev.elbow.engine.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.engine.Experiments;
import dev.elbow.engine.Plugins;
import dev.elbow.engine.experiment.OpenRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VitalsReaderTest {

  private static OpenRun train(Path folder, String... more) {
    List<String> overrides = new java.util.ArrayList<>(List.of(more));
    overrides.add("model.latent=2");
    overrides.add("training.epochs=1");
    Experiments.train(folder.resolve("run"), overrides);
    return Plugins.engine().open(folder.resolve("run"));
  }

  /** An encoder without weights: mean 3 and -4, variance 36 and 1, whatever x is. */
  @Test
  void anEncoderThatDoesNotLookAtXHasNoActiveUnit(@TempDir Path folder) {
    OpenRun run =
        train(folder, "model.posterior=diagonal", "model.encoder={type: mlp, hidden: []}");
    var arrays = run.model().parameters().arrays();
    arrays.get("encoder/output/weight").assign(0);
    double[] bias = {3, -4, Math.log(36), 0};
    for (int i = 0; i < bias.length; i++) {
      arrays.get("encoder/output/bias").ravel().putScalar(i, bias[i]);
    }

    Vitals vitals =
        new VitalsReader().read(run.model(), run.data(Experiments.NO_FOLDER).train(), 1, 12);

    assertThat(vitals.activeUnits()).hasValue(0);
    assertThat(vitals.sigma().getAsDouble()).isCloseTo(6, within(1e-4));
    assertThat(vitals.codeScale()).isCloseTo(Math.sqrt((9 + 16) / 2.0), within(1e-5));
    // 1/2 (9 + 36 - 1 - log 36) + 1/2 (16 + 1 - 1)
    assertThat(vitals.kl().getAsDouble()).isCloseTo(0.5 * (44 - Math.log(36)) + 8, within(1e-3));
    assertThat(vitals.gradientNorm()).isEqualTo(12);
  }

  @Test
  void anAutoencodersCodesHaveNoScaleToBeActiveOn(@TempDir Path folder) {
    OpenRun run = train(folder, "model.posterior=point", "objective=autoencoder");

    Vitals vitals =
        new VitalsReader().read(run.model(), run.data(Experiments.NO_FOLDER).train(), 1, 1);

    assertThat(vitals.activeUnits()).isEmpty();
    assertThat(vitals.kl()).isEmpty();
  }

  @Test
  void everyEpochOfATrainingLogsThem(@TempDir Path folder) {
    OpenRun run = train(folder, "model.posterior=diagonal");

    ObjectNode line = run.folder().metrics().readAll().get(0);

    assertThat(VitalsReader.read(line, "vitals"))
        .hasValueSatisfying(v -> assertThat(v.gradientNorm()).isPositive());
  }

  /** A weight of 1000 drives every code to the prior. */
  @Test
  void aCollapsedTrainingIsFoundOut(@TempDir Path folder) {
    OpenRun run =
        train(
            folder,
            "model.posterior=diagonal",
            "objective=[{type: kl, weight: 1000}]",
            "training.batch=10",
            "training.optimizer.learningRate=0.01");

    assertThat(run.folder().findings().readAll())
        .extracting(line -> line.path("finding").asText())
        .contains("posterior collapse");
  }
}
