package dev.elbow.tck;

import static dev.elbow.tck.Feature.BINARY_DATA;
import static dev.elbow.tck.Feature.MEAN;
import static dev.elbow.tck.Feature.MEAN_IN_RANGE;
import static dev.elbow.tck.Feature.REAL_DATA;
import static dev.elbow.tck.Feature.SAMPLE;
import static dev.elbow.tck.Feature.STEPWISE;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.DecoderFactory;
import dev.elbow.tck.toy.ToyDecoders;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of decoders on right and on wrong decoders. */
class DecoderContractTest {

  abstract static class OnePass extends DecoderContract {
    @Override
    protected Set<Feature> missing() {
      return Set.of(STEPWISE, MEAN_IN_RANGE);
    }
  }

  static class Gaussian extends OnePass {
    @Override
    protected DecoderFactory<?> factory() {
      return new ToyDecoders.Gaussian();
    }
  }

  @Test
  void aRightDensityKeepsEveryRule() {
    Verdict.of(Gaussian.class).failsOn();
  }

  static class Bernoulli extends DecoderContract {
    @Override
    protected DecoderFactory<?> factory() {
      return new ToyDecoders.Bernoulli();
    }

    @Override
    protected Set<Feature> missing() {
      return Set.of(STEPWISE, REAL_DATA);
    }
  }

  @Test
  void rightProbabilitiesKeepEveryRule() {
    Verdict.of(Bernoulli.class).failsOn();
  }

  static class Levels extends DecoderContract {
    @Override
    protected DecoderFactory<?> factory() {
      return new ToyDecoders.Levels();
    }

    @Override
    protected Set<Feature> missing() {
      return Set.of(STEPWISE, MEAN, REAL_DATA, BINARY_DATA);
    }
  }

  @Test
  void rightProbabilitiesOfLevelsKeepEveryRule() {
    Verdict.of(Levels.class).failsOn();
  }

  static class LevelsOfIndependentPairs extends Levels {
    @Override
    protected List<DataShape> smallShapes() {
      return List.of(DataShape.vector(2));
    }
  }

  static class LevelsSampledTooHigh extends LevelsOfIndependentPairs {
    @Override
    protected DecoderFactory<?> factory() {
      return new ToyDecoders.LevelsSampledTooHigh();
    }
  }

  @Test
  void pairsOfLevelsThatDoNotFollowTheProbabilitiesFail() {
    Verdict.of(LevelsOfIndependentPairs.class).failsOn();
    Verdict.of(LevelsSampledTooHigh.class)
        .failsOn("X4")
        .saying("X4", "mean of x_0^0 x_1^1 over samples");
  }

  abstract static class Stepwise extends DecoderContract {
    @Override
    protected Set<Feature> missing() {
      return Set.of(SAMPLE, MEAN, REAL_DATA);
    }
  }

  static class Autoregressive extends Stepwise {
    @Override
    protected DecoderFactory<?> factory() {
      return new ToyDecoders.Autoregressive();
    }
  }

  @Test
  void aRightDecoderThatIsSampledStepByStepKeepsEveryRule() {
    Verdict.of(Autoregressive.class).failsOn();
  }

  static class UnmentionedAbsences extends DecoderContract {
    @Override
    protected DecoderFactory<?> factory() {
      return new ToyDecoders.Autoregressive();
    }

    @Override
    protected Set<Feature> missing() {
      return Set.of(REAL_DATA);
    }
  }

  @Test
  void absencesThatAreNotMentionedFail() {
    Verdict.of(UnmentionedAbsences.class)
        .failsOn("X3", "X4")
        .saying("X3", "declare MEAN missing")
        .saying("X4", "declare SAMPLE missing");
  }

  static class FalselyMissing extends DecoderContract {
    @Override
    protected DecoderFactory<?> factory() {
      return new ToyDecoders.Gaussian();
    }

    @Override
    protected Set<Feature> missing() {
      return Set.of(STEPWISE, MEAN_IN_RANGE, MEAN, SAMPLE, REAL_DATA);
    }
  }

  @Test
  void featuresThatAreThereMustNotBeDeclaredMissing() {
    Verdict.of(FalselyMissing.class).failsOn("X1", "X3", "X4").saying("X1", "REAL data");
  }

  static class BoastfulBernoulli extends Bernoulli {
    @Override
    protected DecoderFactory<?> factory() {
      return new ToyDecoders.BoastfulBernoulli();
    }
  }

  @Test
  void aCrossEntropyThatIsCalledALogProbabilityFails() {
    Verdict.of(BoastfulBernoulli.class)
        .failsOn("X2")
        .saying("X2", "UNIT_INTERVAL", "256 levels from 0 to 1=");
  }

  static class SilentBernoulli extends DecoderContract {
    @Override
    protected DecoderFactory<?> factory() {
      return new ToyDecoders.SilentBernoulli();
    }

    @Override
    protected Set<Feature> missing() {
      return Set.of(STEPWISE, REAL_DATA);
    }
  }

  @Test
  void dataThatItDoesNotAnswerForFail() {
    Verdict.of(SilentBernoulli.class)
        .failsOn("X1")
        .saying("X1", "found null", "REAL data: expected an InputException");
  }

  static class SeesItself extends Stepwise {
    @Override
    protected DecoderFactory<?> factory() {
      return new ToyDecoders.SeesItself();
    }
  }

  @Test
  void aBitThatSeesItselfFails() {
    Verdict.of(SeesItself.class).failsOn("X2", "X5").saying("X2", "0 and 1=");
  }

  static class OneStepTooFew extends Stepwise {
    @Override
    protected DecoderFactory<?> factory() {
      return new ToyDecoders.OneStepTooFew();
    }
  }

  @Test
  void aFeatureThatIsNotFilledFails() {
    Verdict.of(OneStepTooFew.class).failsOn("X4", "X5").saying("X5", "feature 5 is 0");
  }

  static class DrawsAgain extends Stepwise {
    @Override
    protected DecoderFactory<?> factory() {
      return new ToyDecoders.DrawsAgain();
    }
  }

  @Test
  void aStepThatChangesWhatIsFilledFails() {
    Verdict.of(DrawsAgain.class).failsOn("X4", "X5").saying("X5", "which was filled before");
  }

  static class NoNormaliser extends OnePass {
    @Override
    protected DecoderFactory<?> factory() {
      return new ToyDecoders.NoNormaliser();
    }
  }

  @Test
  void aDensityWithoutItsNormaliserFails() {
    Verdict.of(NoNormaliser.class).failsOn("X2").saying("X2", "REAL", "all numbers=2.50");
  }

  static class SamplesTooNarrow extends OnePass {
    @Override
    protected DecoderFactory<?> factory() {
      return new ToyDecoders.SamplesTooNarrow();
    }
  }

  @Test
  void samplesThatDoNotFollowTheDensityFail() {
    Verdict.of(SamplesTooNarrow.class).failsOn("X4").saying("X4", "chi-square");
  }

  static class WrongMean extends OnePass {
    @Override
    protected DecoderFactory<?> factory() {
      return new ToyDecoders.WrongMean();
    }
  }

  @Test
  void aMeanThatIsNotTheSamplesFails() {
    Verdict.of(WrongMean.class).failsOn("X4").saying("X4", "mean of samples of feature 0");
  }

  static class SummedOverTheBatch extends OnePass {
    @Override
    protected DecoderFactory<?> factory() {
      return new ToyDecoders.SummedOverTheBatch();
    }
  }

  /** Its total over a grid, which is a batch, is nonsense too. */
  @Test
  void aScoreThatIsSummedOverTheBatchFails() {
    Verdict.of(SummedOverTheBatch.class).failsOn("C10", "X2");
  }

  static class WrongShape extends OnePass {
    @Override
    protected DecoderFactory<?> factory() {
      return new ToyDecoders.WrongShape();
    }
  }

  @Test
  void anOutputOfAnotherWidthFails() {
    Verdict.of(WrongShape.class)
        .failsOn("C4", "C5", "C9", "C12")
        .saying("C4", "[1, 8], found [1, 6]");
  }
}
