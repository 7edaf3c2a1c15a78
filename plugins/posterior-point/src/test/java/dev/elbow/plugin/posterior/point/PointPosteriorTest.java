package dev.elbow.plugin.posterior.point;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.graph.BuiltGraph;
import dev.elbow.graph.Feeds;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.graph.GraphRunner;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.Posterior;
import dev.elbow.tck.TckContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

class PointPosteriorTest {
  private final GraphBuilder builder = new GraphBuilder(DataType.FLOAT, true);

  private static Posterior point(int latent) {
    return new PointPosteriorFactory()
        .create(new NoOptions(), new TckContext(latent, DataShape.vector(4), DataValues.REAL));
  }

  private LatentSample sample(int latent) {
    SDVariable parameters = builder.input("parameters", latent);
    return point(latent).sample(builder.root().scope("posterior"), parameters);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,3", "4,1", "4,3"})
  void theCodeIsWhatTheEncoderGives(int batch, int latent) {
    float[] given = new float[batch * latent];
    for (int i = 0; i < given.length; i++) {
      given[i] = i - 1.5f;
    }
    SDVariable z = builder.output("z", sample(latent).z());
    BuiltGraph graph = builder.build();
    Feeds feeds = new Feeds(graph).put("parameters", given, batch, latent);
    var found = new GraphRunner(graph).outputs(feeds.arrays(), List.of("z")).get(z.name());
    assertThat(found.shape()).containsExactly(batch, latent);
    assertThat(found.data().asFloat()).containsExactly(given);
    assertThat(point(latent).parameterCount()).isEqualTo(latent);
  }

  @Test
  void nothingIsDrawnOrLearned() {
    sample(3);
    assertThat(builder.build().noises()).isEmpty();
    assertThat(builder.build().parameters()).isEmpty();
  }

  @Test
  void theCodeRepresentsTheExampleAndHasNoDistribution() {
    LatentSample sample = sample(3);
    assertThat(sample.code()).isSameAs(sample.z());
    assertThat(sample.logDensity()).isEmpty();
    assertThat(sample.moments()).isEmpty();
    assertThat(point(3).logDensity(builder.root(), sample.z(), sample.z())).isEmpty();
  }
}
