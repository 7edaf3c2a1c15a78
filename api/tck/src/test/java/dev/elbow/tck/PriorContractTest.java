package dev.elbow.tck;

import dev.elbow.spi.PriorFactory;
import dev.elbow.tck.toy.ToyPriors;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of priors on right and on wrong priors. */
class PriorContractTest {

  static class Gaussian extends PriorContract {
    @Override
    protected PriorFactory<?> factory() {
      return new ToyPriors.Gaussian();
    }
  }

  @Test
  void aRightPriorKeepsEveryRule() {
    Verdict.of(Gaussian.class).failsOn();
  }

  static class SampledOnly extends PriorContract {
    @Override
    protected PriorFactory<?> factory() {
      return new ToyPriors.SampledOnly();
    }

    @Override
    protected Set<Feature> missing() {
      return Set.of(Feature.PRIOR_DENSITY, Feature.GAUSSIAN_PRIOR);
    }
  }

  @Test
  void aPriorThatCanOnlyBeSampledKeepsEveryRule() {
    Verdict.of(SampledOnly.class).failsOn();
  }

  static class UnmentionedAbsences extends PriorContract {
    @Override
    protected PriorFactory<?> factory() {
      return new ToyPriors.SampledOnly();
    }
  }

  @Test
  void absencesThatAreNotMentionedFail() {
    Verdict.of(UnmentionedAbsences.class)
        .failsOn("P1", "P4")
        .saying("P1", "PRIOR_DENSITY")
        .saying("P4", "GAUSSIAN_PRIOR");
  }

  static class FalselyMissing extends SampledOnly {
    @Override
    protected PriorFactory<?> factory() {
      return new ToyPriors.Gaussian();
    }
  }

  @Test
  void featuresThatAreThereMustNotBeDeclaredMissing() {
    Verdict.of(FalselyMissing.class).failsOn("P1", "P4");
  }

  static class NotNormalised extends PriorContract {
    @Override
    protected PriorFactory<?> factory() {
      return new ToyPriors.NotNormalised();
    }
  }

  @Test
  void aDensityThatDoesNotIntegrateToOneFails() {
    Verdict.of(NotNormalised.class).failsOn("P2", "P4").saying("P2", "latent 1, integral");
  }

  static class SamplesTooWide extends PriorContract {
    @Override
    protected PriorFactory<?> factory() {
      return new ToyPriors.SamplesTooWide();
    }
  }

  @Test
  void samplesThatDoNotFollowTheDensityFail() {
    Verdict.of(SamplesTooWide.class).failsOn("P3").saying("P3", "chi-square");
  }

  static class FalseGaussian extends PriorContract {
    @Override
    protected PriorFactory<?> factory() {
      return new ToyPriors.FalseGaussian();
    }
  }

  @Test
  void aGaussianThatIsNotTheDensityFails() {
    Verdict.of(FalseGaussian.class).failsOn("P4").saying("P4", "log density at point 0");
  }
}
