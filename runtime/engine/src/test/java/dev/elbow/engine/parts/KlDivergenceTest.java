package dev.elbow.engine.parts;

import static dev.elbow.engine.parts.Numbers.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.elbow.engine.model.ModelContext;
import dev.elbow.plugin.divergence.kl.KlDivergenceFactory;
import dev.elbow.plugin.divergence.kl.KlOptions;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Divergence;
import dev.elbow.spi.KullbackLeibler;
import dev.elbow.spi.Latent;
import dev.elbow.spi.LatentSample;
import dev.elbow.spi.Prior;
import dev.elbow.spi.Term;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;

/** The KL term, of a KL whose value for each example and dimension is given. */
class KlDivergenceTest {
  /** Four different examples; the dimensions' means are 1, 0.25 and 0.05. */
  private static final double[][] KL = {
    {1.6, 0.1, 0.06}, {0.4, 0.4, 0.04}, {0.8, 0.3, 0.1}, {1.2, 0.2, 0}
  };

  private final Workbench bench = new Workbench();
  private final SDVariable given = bench.input("kl", KL);

  private record GivenKl(KullbackLeibler kl) implements Latent {
    @Override
    public LatentSample sample() {
      throw new UnsupportedOperationException();
    }

    @Override
    public SDVariable parameters() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Prior prior() {
      throw new UnsupportedOperationException();
    }

    @Override
    public SDVariable priorLogDensity(SDVariable z) {
      throw new UnsupportedOperationException();
    }

    @Override
    public SDVariable priorSample() {
      throw new UnsupportedOperationException();
    }
  }

  private Term term(double freeBits, boolean factorises) {
    Divergence part =
        new KlDivergenceFactory()
            .create(
                new KlOptions(freeBits), new ModelContext(3, DataShape.vector(4), DataValues.REAL));
    Optional<SDVariable> perDimension = factorises ? Optional.of(given) : Optional.empty();
    SDVariable perExample = bench.graph().sumPerExample(given);
    return part.build(
        bench.graph(), new GivenKl(new KullbackLeibler(perExample, perDimension, true)));
  }

  private static double[] klOfExamples() {
    return new double[] {1.76, 0.84, 1.2, 1.4};
  }

  @Test
  void withoutFreeBitsItIsTheKlOfEachExample() {
    Term term = term(0, true);
    assertClose(bench.vector(term.loss()), klOfExamples(), 1e-15);
    assertThat(term.reported()).isSameAs(term.loss());
    assertThat(term.bound().holds()).isTrue();
  }

  @Test
  void withoutFreeBitsNoExampleMovesAnother() {
    double[][] ones = Numbers.repeated(new double[] {1, 1, 1}, 4);
    assertClose(bench.gradientPerExample(term(0, true).loss(), given), ones, 1e-15);
  }

  @Test
  void freeBitsRaiseTheMeanKlOfEachDimensionToTheFloor() {
    assertThat(bench.scalar(term(0.2, true).loss())).isCloseTo(1 + 0.25 + 0.2, within(1e-14));
  }

  @Test
  void aDimensionUnderTheFloorFollowsNoGradient() {
    double[][] gradient = bench.gradient(term(0.2, true).loss().mul(3), given).toDoubleMatrix();
    double[][] expected = Numbers.repeated(new double[] {0.75, 0.75, 0}, 4);
    assertClose(gradient, expected, 1e-15);
  }

  @Test
  void whereThePosteriorDoesNotFactoriseTheFloorIsThatOfAllDimensions() {
    assertThat(bench.scalar(term(0.2, false).loss())).isCloseTo(1.3, within(1e-14));
    assertThat(bench.scalar(term(0.5, false).loss())).isCloseTo(1.5, within(1e-14));
  }

  @Test
  void withFreeBitsTheKlIsReported() {
    for (boolean factorises : new boolean[] {true, false}) {
      Term term = term(0.2, factorises);
      assertClose(bench.vector(term.reported()), klOfExamples(), 1e-15);
    }
  }

  @Test
  void withFreeBitsItIsNoBoundAndSaysWhy() {
    Term term = term(0.2, true);
    assertThat(term.bound().holds()).isFalse();
    assertThat(term.bound().reason()).contains("free bits");
  }
}
