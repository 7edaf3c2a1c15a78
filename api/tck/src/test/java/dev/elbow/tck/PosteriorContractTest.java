package dev.elbow.tck;

import dev.elbow.spi.PosteriorFactory;
import dev.elbow.tck.toy.ToyPosteriors;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of posteriors on right and on wrong posteriors. */
class PosteriorContractTest {

  static class Gaussian extends PosteriorContract {
    @Override
    protected PosteriorFactory<?> factory() {
      return new ToyPosteriors.Gaussian();
    }
  }

  @Test
  void aRightGaussianKeepsEveryRule() {
    Verdict.of(Gaussian.class).failsOn();
  }

  static class Logistic extends PosteriorContract {
    @Override
    protected PosteriorFactory<?> factory() {
      return new ToyPosteriors.Logistic();
    }

    @Override
    protected Set<Feature> missing() {
      return Set.of(Feature.DENSITY_ANYWHERE, Feature.CLOSED_FORM_KL);
    }
  }

  @Test
  void aRightOneOfUniformNoiseKeepsEveryRule() {
    Verdict.of(Logistic.class).failsOn();
  }

  static class Point extends PosteriorContract {
    @Override
    protected PosteriorFactory<?> factory() {
      return new ToyPosteriors.Point();
    }

    @Override
    protected Set<Feature> missing() {
      return Set.of(Feature.SAMPLE_DENSITY, Feature.DENSITY_ANYWHERE, Feature.CLOSED_FORM_KL);
    }
  }

  @Test
  void aCodeWithoutADistributionKeepsEveryRule() {
    Verdict.of(Point.class).failsOn();
  }

  static class UnmentionedAbsences extends PosteriorContract {
    @Override
    protected PosteriorFactory<?> factory() {
      return new ToyPosteriors.Point();
    }
  }

  @Test
  void absencesThatAreNotMentionedFail() {
    Verdict.of(UnmentionedAbsences.class)
        .failsOn("Q2", "Q3", "Q5")
        .saying("Q2", "SAMPLE_DENSITY")
        .saying("Q5", "CLOSED_FORM_KL");
  }

  static class FalselyMissing extends Gaussian {
    @Override
    protected Set<Feature> missing() {
      return Set.of(
          Feature.SAMPLE_DENSITY,
          Feature.DENSITY_ANYWHERE,
          Feature.CLOSED_FORM_KL,
          Feature.DETERMINISTIC_CODE);
    }
  }

  @Test
  void featuresThatAreThereMustNotBeDeclaredMissing() {
    Verdict.of(FalselyMissing.class).failsOn("Q2", "Q3", "Q5", "Q7");
  }

  static class AutoregressiveWithoutRoot extends PosteriorContract {
    @Override
    protected PosteriorFactory<?> factory() {
      return new ToyPosteriors.AutoregressiveWithoutRoot();
    }

    @Override
    protected Set<Feature> missing() {
      return Set.of(Feature.DENSITY_ANYWHERE);
    }
  }

  @Test
  void anAutoregressiveSamplerWithoutTheRootFails() {
    Verdict.of(AutoregressiveWithoutRoot.class)
        .failsOn("Q2", "Q5", "Q6")
        .saying("Q2", "log density of sample 0")
        .saying("Q6", "variance of dimension 1");
  }

  static class KlSummedOverTheBatch extends PosteriorContract {
    @Override
    protected PosteriorFactory<?> factory() {
      return new ToyPosteriors.KlSummedOverTheBatch();
    }
  }

  @Test
  void aKlThatIsSummedOverTheBatchFails() {
    Verdict.of(KlSummedOverTheBatch.class)
        .failsOn("C10")
        .saying("C10", "posterior 'toy'", "'kl-of-the-posterior' of example 0");
  }

  static class KlWithoutTrace extends PosteriorContract {
    @Override
    protected PosteriorFactory<?> factory() {
      return new ToyPosteriors.KlWithoutTrace();
    }
  }

  @Test
  void aKlWithoutTheTraceFails() {
    Verdict.of(KlWithoutTrace.class).failsOn("Q5").saying("Q5", "kl-of-the-posterior");
  }

  static class NoLogDeterminant extends PosteriorContract {
    @Override
    protected PosteriorFactory<?> factory() {
      return new ToyPosteriors.NoLogDeterminant();
    }
  }

  @Test
  void aDensityWithoutTheLogDeterminantFails() {
    Verdict.of(NoLogDeterminant.class).failsOn("Q2", "Q3", "Q5");
  }

  static class NoConstant extends PosteriorContract {
    @Override
    protected PosteriorFactory<?> factory() {
      return new ToyPosteriors.NoConstant();
    }
  }

  @Test
  void aDensityThatDoesNotIntegrateToOneFails() {
    Verdict.of(NoConstant.class).failsOn("Q3", "Q4").saying("Q4", "integral of the density");
  }

  static class WrongMoments extends PosteriorContract {
    @Override
    protected PosteriorFactory<?> factory() {
      return new ToyPosteriors.WrongMoments();
    }
  }

  @Test
  void momentsThatAreNotTheSamplesFail() {
    Verdict.of(WrongMoments.class).failsOn("Q5", "Q6").saying("Q6", "variance of dimension 0");
  }

  static class RandomCode extends PosteriorContract {
    @Override
    protected PosteriorFactory<?> factory() {
      return new ToyPosteriors.RandomCode();
    }
  }

  @Test
  void aCodeThatFollowsTheNoiseFails() {
    Verdict.of(RandomCode.class).failsOn("Q7").saying("Q7", "DETERMINISTIC_CODE");
  }

  static class TwoNoises extends PosteriorContract {
    @Override
    protected PosteriorFactory<?> factory() {
      return new ToyPosteriors.TwoNoises();
    }

    @Override
    protected Set<Feature> missing() {
      return Set.of(Feature.CLOSED_FORM_KL);
    }
  }

  static class TwoNoisesTooWide extends TwoNoises {
    @Override
    protected PosteriorFactory<?> factory() {
      return new ToyPosteriors.TwoNoisesTooWide();
    }
  }

  @Test
  void aSamplerWithMoreNoiseThanDimensionsIsComparedWithItsDensityToo() {
    Verdict.of(TwoNoises.class).failsOn();
    Verdict.of(TwoNoisesTooWide.class)
        .failsOn("Q2")
        .saying("Q2", "latent 1, mean over samples of a normal density over the stated one");
  }

  static class NoNoise extends PosteriorContract {
    @Override
    protected PosteriorFactory<?> factory() {
      return new ToyPosteriors.NoNoise();
    }
  }

  @Test
  void aDensityOfWhatIsNotSampledFails() {
    Verdict.of(NoNoise.class)
        .failsOn("Q2", "Q5", "Q6")
        .saying("Q2", "a density is stated, but no noise is used");
  }
}
