package dev.elbow.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.spi.FlowFactory;
import dev.elbow.tck.toy.ToyFlows;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** docs/contract.md says what the contract is, and shows an example and a failure that are real. */
class ContractDocumentTest {
  private static final List<Class<?>> CONTRACTS =
      List.of(
          FactoryContract.class,
          PartContract.class,
          NetworkContract.class,
          PosteriorContract.class,
          FlowContract.class,
          PriorContract.class,
          DivergenceContract.class,
          DecoderContract.class,
          MetricContract.class);

  private static final Path SOURCES = Path.of("src/main/java/dev/elbow/tck");
  private static final Path EXAMPLES = Path.of("src/test/java/com/example");

  private final String document = read(Path.of("../../docs/contract.md"));

  private static String read(Path file) {
    try {
      return Files.readString(file).replace("\r\n", "\n");
    } catch (IOException problem) {
      throw new AssertionError(problem);
    }
  }

  /** First group to second group, trimmed. */
  private static Map<String, String> found(String text, String pattern) {
    Map<String, String> found = new TreeMap<>();
    Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
    while (matcher.find()) {
      assertThat(found.put(matcher.group(1), matcher.group(2).strip()))
          .describedAs(matcher.group(1) + " twice")
          .isNull();
    }
    return found;
  }

  private static Map<String, String> rulesOfTheCode() {
    Map<String, String> rules = new TreeMap<>();
    for (Class<?> contract : CONTRACTS) {
      for (Method method : contract.getDeclaredMethods()) {
        DisplayName title = method.getAnnotation(DisplayName.class);
        if (title != null) {
          rules.putAll(found(title.value(), "^([A-Z]\\d+) (.+)$"));
        }
      }
    }
    return rules;
  }

  @Test
  void theTablesHaveTheRulesOfTheCode() {
    assertThat(found(document, "^\\| ([A-Z]\\d+) \\| ([^|]+) \\|"))
        .hasSizeGreaterThan(30)
        .containsExactlyEntriesOf(rulesOfTheCode());
  }

  @Test
  void theClassesDescribeTheRulesThatTheyHave() {
    TreeSet<String> described = new TreeSet<>();
    for (Class<?> contract : CONTRACTS) {
      String source = read(SOURCES.resolve(contract.getSimpleName() + ".java"));
      described.addAll(found(source, "^ \\*   <li>([A-Z]\\d+) (.+)$").keySet());
    }
    assertThat(described).isEqualTo(rulesOfTheCode().keySet());
  }

  @Test
  void theTableOfFeaturesHasAllOfThem() {
    assertThat(found(document, "^\\| `([A-Z_]+)` \\| ([^|]+) \\|").keySet())
        .containsExactlyInAnyOrder(
            Arrays.stream(Feature.values()).map(Enum::name).toArray(String[]::new));
  }

  @Test
  void theExamplesAreThoseThatAreTested() {
    String metrics = read(Path.of("../../docs/metrics.md"));
    shows(document, "scale/ScaleFlowFactory.java", "scale/ScaleContractTest.java");
    shows(metrics, "power/CodePowerMetricFactory.java", "power/CodePowerContractTest.java");
  }

  private static void shows(String text, String... files) {
    for (String file : files) {
      assertThat(text).contains("```java\n" + read(EXAMPLES.resolve(file)) + "```");
    }
  }

  static class Forgetful extends FlowContract {
    @Override
    protected FlowFactory<?> factory() {
      return new ToyFlows.ForgetfulScale();
    }

    @Override
    protected Set<Feature> missing() {
      return Set.of(Feature.INVERSE);
    }
  }

  /** Up to the last digits, which another processor may round otherwise. */
  @Test
  void theFailureThatIsShownIsReal() {
    Matcher shown = Pattern.compile("```text\n(flow 'scale'[^`]+)```").matcher(document);
    assertThat(shown.find()).isTrue();
    String message = Verdict.of(Forgetful.class).failsOn("F2").message("F2");
    for (String line : shown.group(1).split("\n")) {
      assertThat(rounded(message)).contains(rounded(line));
    }
  }

  private static String rounded(String text) {
    return text.replaceAll("(\\d\\.\\d{4})\\d+", "$1");
  }
}
