package dev.elbow.tck;

import dev.elbow.spi.FlowFactory;
import dev.elbow.tck.toy.ToyFlows;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of flows on right and on wrong flows. */
class FlowContractTest {

  static class Affine extends FlowContract {
    @Override
    protected FlowFactory<?> factory() {
      return new ToyFlows.Affine();
    }
  }

  @Test
  void aRightFlowWithAnInverseKeepsEveryRule() {
    Verdict.of(Affine.class).failsOn();
  }

  abstract static class WithoutInverse extends FlowContract {
    @Override
    protected Set<Feature> missing() {
      return Set.of(Feature.INVERSE);
    }
  }

  static class ConstrainedPlanar extends WithoutInverse {
    @Override
    protected FlowFactory<?> factory() {
      return new ToyFlows.ConstrainedPlanar();
    }
  }

  @Test
  void aRightFlowWithoutAnInverseKeepsEveryRule() {
    Verdict.of(ConstrainedPlanar.class).failsOn();
  }

  static class UnconstrainedPlanar extends WithoutInverse {
    @Override
    protected FlowFactory<?> factory() {
      return new ToyFlows.UnconstrainedPlanar();
    }
  }

  @Test
  void aPlanarFlowWithoutTheConstraintFails() {
    Verdict.of(UnconstrainedPlanar.class).failsOn("F3").saying("F3", "the map folds");
  }

  abstract static class InOrder extends WithoutInverse {
    @Override
    protected Optional<int[]> autoregressiveOrder(int latent) {
      return Optional.of(IntStream.range(0, latent).toArray());
    }
  }

  static class Masked extends InOrder {
    @Override
    protected FlowFactory<?> factory() {
      return new ToyFlows.Masked();
    }
  }

  @Test
  void aRightAutoregressiveFlowKeepsEveryRule() {
    Verdict.of(Masked.class).failsOn();
  }

  static class MaskedOneTooFew extends InOrder {
    @Override
    protected FlowFactory<?> factory() {
      return new ToyFlows.MaskedOneTooFew();
    }
  }

  /** The Jacobian stays triangular, but its diagonal is another, and the map folds. */
  @Test
  void aMaskThatShowsAnOutputItsOwnInputFails() {
    Verdict.of(MaskedOneTooFew.class).failsOn("F2", "F3");
  }

  static class MaskedTheWrongWay extends InOrder {
    @Override
    protected FlowFactory<?> factory() {
      return new ToyFlows.MaskedTheWrongWay();
    }
  }

  @Test
  void aMaskThatShowsALaterInputFails() {
    Verdict.of(MaskedTheWrongWay.class)
        .failsOn("F2", "F3", "F5")
        .saying("F5", "output 0 sees the later dimension 1");
  }

  static class NoLogDeterminant extends FlowContract {
    @Override
    protected FlowFactory<?> factory() {
      return new ToyFlows.NoLogDeterminant();
    }
  }

  @Test
  void aMissingLogDeterminantFails() {
    Verdict.of(NoLogDeterminant.class)
        .failsOn("F2")
        .saying("F2", "flow 'toy' {}", "expected", "found 0");
  }

  static class ColumnLogDeterminant extends FlowContract {
    @Override
    protected FlowFactory<?> factory() {
      return new ToyFlows.ColumnLogDeterminant();
    }
  }

  @Test
  void aLogDeterminantThatIsAColumnFails() {
    Verdict.of(ColumnLogDeterminant.class).failsOn("C4").saying("C4", "[4], found [4, 1]");
  }

  static class WrongInverse extends FlowContract {
    @Override
    protected FlowFactory<?> factory() {
      return new ToyFlows.WrongInverse();
    }
  }

  @Test
  void anInverseThatDoesNotUndoTheMapFails() {
    Verdict.of(WrongInverse.class).failsOn("F4").saying("F4", "misses z");
  }

  static class WrongInverseDeterminant extends FlowContract {
    @Override
    protected FlowFactory<?> factory() {
      return new ToyFlows.WrongInverseDeterminant();
    }
  }

  @Test
  void anInverseWithTheWrongLogDeterminantFails() {
    Verdict.of(WrongInverseDeterminant.class).failsOn("F4").saying("F4", "that of the inverse");
  }

  static class UndeclaredInverse extends WithoutInverse {
    @Override
    protected FlowFactory<?> factory() {
      return new ToyFlows.UndeclaredInverse();
    }
  }

  @Test
  void anInverseThatIsNotDeclaredFails() {
    Verdict.of(UndeclaredInverse.class)
        .failsOn("F4")
        .saying("F4", "UnsupportedOperationException", "found a result");
  }

  static class UnmentionedAbsence extends FlowContract {
    @Override
    protected FlowFactory<?> factory() {
      return new ToyFlows.ConstrainedPlanar();
    }
  }

  @Test
  void anAbsenceThatIsNotMentionedFails() {
    Verdict.of(UnmentionedAbsence.class).failsOn("F4").saying("F4", "is INVERSE missing");
  }

  static class FalselyMissing extends WithoutInverse {
    @Override
    protected FlowFactory<?> factory() {
      return new ToyFlows.Affine();
    }
  }

  @Test
  void anInverseThatIsThereMustNotBeDeclaredMissing() {
    Verdict.of(FalselyMissing.class).failsOn("F4");
  }
}
