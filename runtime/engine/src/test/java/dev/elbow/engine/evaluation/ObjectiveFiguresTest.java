package dev.elbow.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.data.Binarization;
import dev.elbow.data.DataOptions;
import dev.elbow.data.DataSplits;
import dev.elbow.data.Split;
import dev.elbow.engine.Experiments;
import dev.elbow.engine.Models;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.runs.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;

/** What is minimised, what is reported of it, and how well each is known. */
class ObjectiveFiguresTest {
  private static final String MODEL =
      "{latent: 2, encoder: NET, posterior: diagonal, decoder: {type: bernoulli, network: NET}}";

  @TempDir Path folder;

  /** The Stein term reports a discrepancy, and minimises a surrogate. */
  @Test
  void theObjectiveIsMadeOfWhatIsMinimisedAndNotOfWhatIsReported() {
    ModelGraphs stein = model("[{type: kl}, {type: stein, weight: 10}]");
    Evaluation figures = new Evaluator().evaluate(stein, images(folder, 40), 7, 0);

    TermEstimate term = figures.terms().get(1);
    double sum = figures.negativeElbo().orElseThrow().mean();
    assertThat(term.reported().mean()).isNotCloseTo(term.minimised().mean(), within(0.1));
    assertThat(figures.objective().mean())
        .isCloseTo(sum + 10 * term.minimised().mean(), within(1e-4));
    assertThat(figures.score()).isCloseTo(sum + 10 * term.reported().mean(), within(1e-4));
    assertThat(figures.metrics("test").get("test.objective").bound().orElseThrow().reason())
        .contains("stein: the Stein term has the gradient of KL(q(z) || p(z)), but no value");
  }

  /** 500 examples share one figure: they say nothing of its error. */
  @Test
  void aFigureOfAWholeBatchHasNoErrorOfExamples() {
    ModelGraphs mmd = model("[{type: kl}, {type: mmd, weight: 10}]");
    Map<String, Figure> metrics =
        new Evaluator().evaluate(mmd, images(folder, 1200), 7, 0).metrics("test");

    assertThat(metrics.get("test.mmd").standardError()).isEmpty();
    assertThat(metrics.get("test.objective").standardError()).isEmpty();
    assertThat(metrics.get("test.negativeElbo").standardError()).isPresent();
    assertThat(metrics.get("test.mmd").unit()).isEqualTo("dimensionless");
    assertThat(metrics.get("test.objective").unit()).isEqualTo("nats per example");
  }

  @Test
  void fromManyBatchesItHasTheErrorOfTheirMean() {
    ModelGraphs mmd = model("[{type: mmd, weight: 10}]");
    Evaluation all = new Evaluator().evaluate(mmd, images(folder, 5000), 7, 0);

    Estimate figure = all.terms().get(0).reported();
    assertThat(figure.standardError()).isPositive().isLessThan(Math.abs(figure.mean()));
    assertThat(all.objective().standardError()).isPositive();
  }

  private static ModelGraphs model(String objective) {
    return Models.small(MODEL, objective, DataType.FLOAT);
  }

  /** Random images of 2 x 3 pixels. */
  private static Split images(Path folder, int count) {
    byte[] pixels = new byte[6 * (count + 1)];
    new Random(7).nextBytes(pixels);
    ByteBuffer file = ByteBuffer.allocate(16 + pixels.length);
    file.putInt(0x803).putInt(count + 1).putInt(2).putInt(3).put(pixels);
    Path images = folder.resolve("images-idx3-ubyte");
    try {
      Files.write(images, file.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    DataOptions options =
        new DataOptions(
            Optional.empty(),
            Optional.of(images),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Binarization.NONE,
            0,
            Optional.empty(),
            1);
    return DataSplits.open(options, Experiments.NO_FOLDER, 7).train();
  }
}
