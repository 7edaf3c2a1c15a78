package dev.elbow.tck;

import static dev.elbow.tck.Feature.BOUND;
import static dev.elbow.tck.Feature.DISTANCE;
import static dev.elbow.tck.Feature.INDEPENDENT_IN_EVALUATION;
import static dev.elbow.tck.Feature.INDEPENDENT_IN_TRAINING;
import static dev.elbow.tck.Feature.WITHOUT_POSTERIOR_DENSITY;
import static dev.elbow.tck.Feature.WITHOUT_PRIOR_DENSITY;

import dev.elbow.spi.DivergenceFactory;
import dev.elbow.tck.toy.ToyDivergences;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of divergences on right and on wrong divergences. */
class DivergenceContractTest {

  abstract static class NeedsDensities extends DivergenceContract {
    @Override
    protected Set<Feature> missing() {
      return Set.of(WITHOUT_POSTERIOR_DENSITY, WITHOUT_PRIOR_DENSITY);
    }
  }

  static class Kl extends NeedsDensities {
    @Override
    protected DivergenceFactory<?> factory() {
      return new ToyDivergences.Kl();
    }
  }

  @Test
  void theKlKeepsEveryRule() {
    Verdict.of(Kl.class).failsOn();
  }

  abstract static class OfBatches extends DivergenceContract {
    @Override
    protected Set<Feature> missing() {
      return Set.of(BOUND, INDEPENDENT_IN_TRAINING, INDEPENDENT_IN_EVALUATION);
    }
  }

  static class MeanDistance extends OfBatches {
    @Override
    protected DivergenceFactory<?> factory() {
      return new ToyDivergences.MeanDistance();
    }
  }

  @Test
  void aDistanceOfBatchesKeepsEveryRule() {
    Verdict.of(MeanDistance.class).failsOn();
  }

  abstract static class WithAdversary extends DivergenceContract {
    @Override
    protected Set<Feature> missing() {
      return Set.of(BOUND, DISTANCE, INDEPENDENT_IN_TRAINING, INDEPENDENT_IN_EVALUATION);
    }
  }

  static class Adversarial extends WithAdversary {
    @Override
    protected DivergenceFactory<?> factory() {
      return new ToyDivergences.Adversarial();
    }
  }

  @Test
  void aDiscriminatorKeepsEveryRule() {
    Verdict.of(Adversarial.class).failsOn();
  }

  static class UnmentionedAbsences extends DivergenceContract {
    @Override
    protected DivergenceFactory<?> factory() {
      return new ToyDivergences.Kl();
    }
  }

  @Test
  void absencesThatAreNotMentionedFail() {
    Verdict.of(UnmentionedAbsences.class).failsOn("D5").saying("D5", "MODEL-NO-KL");
  }

  static class FalselyMissing extends DivergenceContract {
    @Override
    protected DivergenceFactory<?> factory() {
      return new ToyDivergences.MeanDistance();
    }

    @Override
    protected Set<Feature> missing() {
      return Set.of(
          DISTANCE,
          BOUND,
          INDEPENDENT_IN_TRAINING,
          INDEPENDENT_IN_EVALUATION,
          WITHOUT_POSTERIOR_DENSITY);
    }
  }

  @Test
  void featuresThatAreThereMustNotBeDeclaredMissing() {
    Verdict.of(FalselyMissing.class).failsOn("D2", "D5").saying("D5", "it is accepted");
  }

  static class AdversaryNotFrozen extends WithAdversary {
    @Override
    protected DivergenceFactory<?> factory() {
      return new ToyDivergences.AdversaryNotFrozen();
    }
  }

  @Test
  void aModelThatMovesItsAdversaryFails() {
    Verdict.of(AdversaryNotFrozen.class)
        .failsOn("D4")
        .saying("D4", "the model's loss moves 'part/hidden/weight'");
  }

  static class CodesNotStopped extends WithAdversary {
    @Override
    protected DivergenceFactory<?> factory() {
      return new ToyDivergences.CodesNotStopped();
    }
  }

  @Test
  void anAdversaryThatMovesTheCodesFails() {
    Verdict.of(CodesNotStopped.class)
        .failsOn("D4")
        .saying("D4", "the adversary's loss moves 'parameters'");
  }

  static class SignsSwapped extends WithAdversary {
    @Override
    protected DivergenceFactory<?> factory() {
      return new ToyDivergences.SignsSwapped();
    }
  }

  @Test
  void anAdversaryThatLearnsTheWrongWayFails() {
    Verdict.of(SignsSwapped.class).failsOn("D3").saying("D3", "codes around 2");
  }

  static class AdversaryWithoutLoss extends DivergenceContract {
    @Override
    protected DivergenceFactory<?> factory() {
      return new ToyDivergences.AdversaryWithoutLoss();
    }

    @Override
    protected Set<Feature> missing() {
      return Set.of(BOUND, WITHOUT_POSTERIOR_DENSITY, WITHOUT_PRIOR_DENSITY);
    }
  }

  @Test
  void anAdversaryWithoutALossFails() {
    Verdict.of(AdversaryWithoutLoss.class).failsOn("D4").saying("D4", "no loss");
  }

  static class HalfKl extends NeedsDensities {
    @Override
    protected DivergenceFactory<?> factory() {
      return new ToyDivergences.HalfKl();
    }
  }

  @Test
  void aTermOfABoundThatIsNotTheKlFails() {
    Verdict.of(HalfKl.class).failsOn("D6").saying("D6", "KL of example 0");
  }

  static class AveragedKl extends NeedsDensities {
    @Override
    protected DivergenceFactory<?> factory() {
      return new ToyDivergences.AveragedKl();
    }
  }

  @Test
  void aTermOfABoundThatIsAveragedOverTheBatchFails() {
    Verdict.of(AveragedKl.class).failsOn("C10", "D6").saying("D6", "found a scalar");
  }

  static class KlSummedOverTheBatch extends NeedsDensities {
    @Override
    protected DivergenceFactory<?> factory() {
      return new ToyDivergences.KlSummedOverTheBatch();
    }
  }

  @Test
  void aTermOfABoundThatIsSummedOverTheBatchFails() {
    Verdict.of(KlSummedOverTheBatch.class)
        .failsOn("C10", "D6")
        .saying("C10", "'loss' of example 0: alone")
        .saying("D6", "KL of example 0");
  }

  static class Repels extends DivergenceContract {
    @Override
    protected DivergenceFactory<?> factory() {
      return new ToyDivergences.Repels();
    }

    @Override
    protected Set<Feature> missing() {
      return Set.of(BOUND, WITHOUT_POSTERIOR_DENSITY, WITHOUT_PRIOR_DENSITY);
    }
  }

  @Test
  void aGradientAwayFromThePriorFails() {
    Verdict.of(Repels.class).failsOn("D3").saying("D3", "codes around 2");
  }

  static class Offset extends Repels {
    @Override
    protected DivergenceFactory<?> factory() {
      return new ToyDivergences.Offset();
    }
  }

  @Test
  void aFigureThatIsNotZeroAtThePriorFails() {
    Verdict.of(Offset.class).failsOn("D2").saying("D2", "10");
  }

  static class Standardised extends OfBatches {
    @Override
    protected DivergenceFactory<?> factory() {
      return new ToyDivergences.Standardised();
    }
  }

  @Test
  void aLossThatIsNotFiniteForEqualCodesFails() {
    Verdict.of(Standardised.class).failsOn("C4", "C5", "D1").saying("D1", "batch of 1");
  }

  static class FailsWithoutDensity extends Repels {
    @Override
    protected DivergenceFactory<?> factory() {
      return new ToyDivergences.FailsWithoutDensity();
    }
  }

  @Test
  void anAccidentIsNoRefusal() {
    Verdict.of(FailsWithoutDensity.class).failsOn("D5").saying("D5", "NoSuchElementException");
  }
}
