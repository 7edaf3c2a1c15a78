package dev.elbow.tck;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.NetworkFactory;
import dev.elbow.tck.toy.ToyNetworks;
import dev.elbow.tck.toy.UndocumentedNetworkFactory;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of networks, and the rules of all parts, on right and on wrong networks. */
class NetworkContractTest {

  static class Dense extends NetworkContract {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.Dense();
    }
  }

  @Test
  void aRightNetworkKeepsEveryRule() {
    Verdict.of(Dense.class).failsOn();
  }

  static class Choosy extends NetworkContract {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.Choosy();
    }

    @Override
    protected List<Mapping> mappings() {
      return List.of(
          new Mapping(new DataShape(2, 2, 3), DataShape.vector(3)),
          new Mapping(DataShape.vector(2), new DataShape(1, 2, 3)));
    }

    @Override
    protected List<Mapping> impossible() {
      return List.of(new Mapping(DataShape.vector(1), DataShape.vector(3)));
    }
  }

  @Test
  void shapesAreTheAuthorsAndWhatCannotWorkIsRefused() {
    Verdict.of(Choosy.class).failsOn();
  }

  static class TooTolerant extends Dense {
    @Override
    protected List<Mapping> impossible() {
      return List.of(new Mapping(DataShape.vector(1), DataShape.vector(3)));
    }
  }

  @Test
  void anImpossibleShapeThatIsAcceptedFails() {
    Verdict.of(TooTolerant.class).failsOn("N3").saying("N3", "1 to 3", "InputException");
  }

  static class Dropout extends NetworkContract {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.Dropout();
    }
  }

  @Test
  void dropoutWithTheGraphsNoiseKeepsEveryRule() {
    Verdict.of(Dropout.class).failsOn();
  }

  static class Centred extends NetworkContract {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.Centred();
    }

    @Override
    protected Set<Feature> missing() {
      return Set.of(Feature.INDEPENDENT_IN_TRAINING);
    }
  }

  @Test
  void batchStatisticsInTrainingAndStatesInEvaluationKeepEveryRule() {
    Verdict.of(Centred.class).failsOn();
  }

  static class Leaking extends Centred {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.LeakingCentred();
    }
  }

  @Test
  void batchStatisticsInEvaluationFail() {
    Verdict.of(Leaking.class).failsOn("C10").saying("C10", "in evaluation 'y' of example 0");
  }

  static class CentredTheWrongWay extends Centred {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.CentredTheWrongWay();
    }
  }

  @Test
  void anEvaluationThatUsesItsStatesOtherwiseThanTrainingFails() {
    Verdict.of(CentredTheWrongWay.class).failsOn("N2").saying("N2", "differs from training by");
  }

  static class ForgottenUpdate extends Centred {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.ForgottenUpdate();
    }
  }

  @Test
  void aStateThatTrainingDoesNotUpdateFails() {
    Verdict.of(ForgottenUpdate.class).failsOn("N2").saying("N2", "updates [] of the states");
  }

  static class FalselyMissing extends Dense {
    @Override
    protected Set<Feature> missing() {
      return Set.of(Feature.INDEPENDENT_IN_TRAINING, Feature.TRUE_GRADIENT);
    }
  }

  @Test
  void aFeatureThatIsThereMustNotBeDeclaredMissing() {
    Verdict.of(FalselyMissing.class).failsOn("C5", "C10");
  }

  static class OwnNoise extends NetworkContract {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.OwnNoise();
    }
  }

  /** Whatever compares two runs fails with it; C6 says why. */
  @Test
  void noiseDrawnInsideFails() {
    Verdict.of(OwnNoise.class)
        .failsOn("C5", "C6", "C8", "C10", "C11", "N2")
        .saying("C6", "network 'toy'", "rule C6", "graph.noise");
  }

  static class DrawnConstant extends NetworkContract {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.DrawnConstant();
    }
  }

  @Test
  void aConstantDrawnWhileBuildingFails() {
    Verdict.of(DrawnConstant.class).failsOn("C6", "C8", "C11", "N2").saying("C6", "second graph");
  }

  static class OwnVariable extends NetworkContract {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.OwnVariable();
    }
  }

  @Test
  void aVariableOfNd4jsOwnFails() {
    Verdict.of(OwnVariable.class).failsOn("C7", "C8").saying("C7", "'scale'", "graph.parameter");
  }

  static class DeadParameter extends NetworkContract {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.DeadParameter();
    }
  }

  @Test
  void aDeadParameterFails() {
    Verdict.of(DeadParameter.class).failsOn("C5").saying("C5", "parameter 'part/dead'", "is 0");
  }

  static class BlindInput extends NetworkContract {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.BlindInput();
    }
  }

  @Test
  void anInputThatIsNotReadFails() {
    Verdict.of(BlindInput.class).failsOn("C5").saying("C5", "input 'x', column 3");
  }

  static class CutGradient extends NetworkContract {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.CutGradient();
    }
  }

  @Test
  void aGradientThatIsNotTheDerivativeFails() {
    Verdict.of(CutGradient.class).failsOn("C5").saying("C5", "finite differences");
  }

  static class SeesTheBatch extends NetworkContract {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.SeesTheBatch();
    }
  }

  @Test
  void anExampleThatSeesTheOthersFails() {
    Verdict.of(SeesTheBatch.class).failsOn("C10");
  }

  static class Overflows extends NetworkContract {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.Overflows();
    }
  }

  @Test
  void anOverflowFails() {
    Verdict.of(Overflows.class).failsOn("C9").saying("C9", "'y' in DOUBLE", "x = [1000.0");
  }

  static class NeverTheSame extends NetworkContract {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.NeverTheSame();
    }
  }

  @Test
  void parametersThatAreNotSharedFail() {
    Verdict.of(NeverTheSame.class).failsOn("C6", "C8", "C11", "C12", "N1", "N2");
  }

  static class WrongWidth extends NetworkContract {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.WrongWidth();
    }
  }

  /** No gradient can be asked of it either. */
  @Test
  void aResultOfTheWrongShapeFails() {
    Verdict.of(WrongWidth.class).failsOn("C4", "C5", "C9", "C12").saying("C4", "[4, 3]", "[4, 4]");
  }

  static class NeedsClassPath extends NetworkContract {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.NeedsClassPath();
    }
  }

  @Test
  void whatWorksOnTheClassPathAloneFails() {
    Verdict.of(NeedsClassPath.class).failsOn("C11").saying("C11", "StringUtils");
  }

  static class OnlyInTraining extends NetworkContract {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.OnlyInTraining();
    }
  }

  @Test
  void parametersOfTrainingAloneFail() {
    Verdict.of(OnlyInTraining.class).failsOn("N1", "N2").saying("N1", "part/extra");
  }

  static class BadName extends NetworkContract {
    @Override
    protected NetworkFactory<?> factory() {
      return new ToyNetworks.BadName();
    }
  }

  @Test
  void aBadNameFails() {
    Verdict.of(BadName.class).failsOn("C1", "C11").saying("C1", "Toy_Net", "description");
  }

  static class Undocumented extends NetworkContract {
    @Override
    protected NetworkFactory<?> factory() {
      return new UndocumentedNetworkFactory();
    }

    @Override
    protected List<String> configurations() {
      return List.of("{}", "choice: two\ninner: [{number: 3}]");
    }
  }

  @Test
  void optionsThatNobodyExplainsFail() {
    Verdict.of(Undocumented.class)
        .failsOn("C2")
        .saying("C2", "Options.choice", "Choice.TWO", "Inner.number");
  }

  static class Unbound extends Dense {
    @Override
    protected List<String> configurations() {
      return List.of("{depth: 3}");
    }
  }

  @Test
  void aConfigurationThatDoesNotBindFailsOnIt() {
    Verdict.of(Unbound.class).saying("C3", "{depth: 3}", "CFG-UNKNOWN-KEY");
  }
}
