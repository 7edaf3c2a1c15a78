package dev.elbow.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What a contract says of a part: the rules that fail, with their messages. */
final class Verdict {
  private final Map<String, String> failures = new TreeMap<>();
  private int passed;

  private Verdict() {}

  /** Runs a contract as a plugin's build would. */
  static Verdict of(Class<? extends FactoryContract<?>> contract) {
    Verdict verdict = new Verdict();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(contract)).build();
    LauncherFactory.create().execute(request, verdict.new Listener());
    assertThat(verdict.passed + verdict.failures.size()).isGreaterThan(10);
    return verdict;
  }

  /** Exactly these rules fail. */
  Verdict failsOn(String... rules) {
    assertThat(failures.keySet())
        .describedAs("%s", failures)
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(rules));
    return this;
  }

  /** The rule's message holds these texts. */
  Verdict saying(String rule, String... texts) {
    assertThat(failures.get(rule)).contains(texts);
    return this;
  }

  /** What the rule failed with. */
  String message(String rule) {
    return failures.get(rule);
  }

  private final class Listener implements TestExecutionListener {
    private TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
      plan = started;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() == Status.SUCCESSFUL && test.isTest()) {
        passed++;
      } else if (result.getStatus() == Status.FAILED) {
        failures.put(rule(test), result.getThrowable().orElseThrow().getMessage());
      }
    }

    private String rule(TestIdentifier test) {
      String own = test.getDisplayName();
      String name =
          own.matches("[A-Z]\\d+ .*") ? own : plan.getParent(test).orElseThrow().getDisplayName();
      return name.split(" ")[0];
    }
  }
}
