package dev.elbow.tck;

import dev.elbow.spi.MetricFactory;
import dev.elbow.tck.toy.ToyMetrics;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of metrics on right and on wrong metrics. */
class MetricContractTest {

  static class MeanCode extends MetricContract {
    @Override
    protected MetricFactory<?> factory() {
      return new ToyMetrics.MeanCode();
    }
  }

  @Test
  void aRightMetricKeepsEveryRule() {
    Verdict.of(MeanCode.class).failsOn();
  }

  static class Polite extends MetricContract {
    @Override
    protected MetricFactory<?> factory() {
      return new ToyMetrics.Polite();
    }
  }

  @Test
  void aRefusalWithItsReasonKeepsEveryRule() {
    Verdict.of(Polite.class).failsOn();
  }

  static class Explained extends MetricContract {
    @Override
    protected MetricFactory<?> factory() {
      return new ToyMetrics.Explained();
    }
  }

  @Test
  void anInfiniteValueWithItsReasonKeepsEveryRule() {
    Verdict.of(Explained.class).failsOn();
  }

  static class Silent extends MetricContract {
    @Override
    protected MetricFactory<?> factory() {
      return new ToyMetrics.Silent();
    }
  }

  @Test
  void noMeasurementFails() {
    Verdict.of(Silent.class).failsOn("M1", "M7").saying("M1", "expected a measurement, found none");
  }

  static class BadlyNamed extends MetricContract {
    @Override
    protected MetricFactory<?> factory() {
      return new ToyMetrics.BadlyNamed();
    }
  }

  @Test
  void aNameWithoutASetOrGivenTwiceFails() {
    Verdict.of(BadlyNamed.class)
        .failsOn("M1", "M7")
        .saying("M1", "'Mean Code'")
        .saying("M1", "measured twice");
  }

  static class WithoutUnit extends MetricContract {
    @Override
    protected MetricFactory<?> factory() {
      return new ToyMetrics.WithoutUnit();
    }
  }

  @Test
  void aMissingUnitOrSettingFails() {
    Verdict.of(WithoutUnit.class)
        .failsOn("M2", "M7")
        .saying("M2", "expected a unit")
        .saying("M2", "'samples: '");
  }

  static class Unexplained extends MetricContract {
    @Override
    protected MetricFactory<?> factory() {
      return new ToyMetrics.Unexplained();
    }
  }

  @Test
  void anUnexplainedNaNFails() {
    Verdict.of(Unexplained.class).failsOn("M3", "M7").saying("M3", "[NaN]");
  }

  static class ElsewhereInterval extends MetricContract {
    @Override
    protected MetricFactory<?> factory() {
      return new ToyMetrics.ElsewhereInterval();
    }
  }

  @Test
  void anIntervalThatMissesTheValueFails() {
    Verdict.of(ElsewhereInterval.class)
        .failsOn("M4", "M7")
        .saying("M4", "does not hold the value 1.0");
  }

  static class NegativeError extends MetricContract {
    @Override
    protected MetricFactory<?> factory() {
      return new ToyMetrics.NegativeError();
    }
  }

  @Test
  void aNegativeStandardErrorFails() {
    Verdict.of(NegativeError.class).failsOn("M4", "M7").saying("M4", "at least 0, found -1.0");
  }

  static class Moody extends MetricContract {
    @Override
    protected MetricFactory<?> factory() {
      return new ToyMetrics.Moody();
    }
  }

  @Test
  void anAnswerOfTheMomentFails() {
    Verdict.of(Moody.class).failsOn("C11", "M5").saying("M5", "asked again");
  }

  static class Sorting extends MetricContract {
    @Override
    protected MetricFactory<?> factory() {
      return new ToyMetrics.Sorting();
    }
  }

  @Test
  void changingWhatIsGivenFails() {
    Verdict.of(Sorting.class).failsOn("M6").saying("M6", "it changes codes");
  }

  static class Presuming extends MetricContract {
    @Override
    protected MetricFactory<?> factory() {
      return new ToyMetrics.Presuming();
    }
  }

  @Test
  void anAccidentForARefusalFails() {
    Verdict.of(Presuming.class)
        .failsOn("M7")
        .saying(
            "M7",
            "without labels: expected a measurement or an InputException, found java.util.NoSuchElementException");
  }

  static class TooSure extends MetricContract {
    @Override
    protected MetricFactory<?> factory() {
      return new ToyMetrics.TooSure();
    }
  }

  @Test
  void aStandardErrorThatIsTooSmallFails() {
    Verdict.of(TooSure.class).failsOn("M9").saying("M9", "test.meanCode: over 12 models");
  }

  static class Secretive extends MetricContract {
    @Override
    protected MetricFactory<?> factory() {
      return new ToyMetrics.Secretive();
    }

    @Override
    protected List<String> configurations() {
      return List.of("{}", "{factor: 2}");
    }
  }

  @Test
  void anOptionThatIsNotToldFails() {
    Verdict.of(Secretive.class).failsOn("M8").saying("M8", "test.code", "do not tell which");
  }
}
