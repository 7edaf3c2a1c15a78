package dev.elbow.cli.command;

import dev.elbow.configuration.DidYouMean;
import dev.elbow.engine.density.CodeDensities;
import dev.elbow.engine.density.CovarianceKind;
import dev.elbow.engine.density.DensityKind;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.spi.InputException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --from}, {@code --components} and {@code --covariance}: where sampled codes come from. */
final class CodeSource {
  private static final String PRIOR = "prior";
  private static final String GAUSSIAN = "gaussian";
  private static final String MIXTURE = "mixture";
  private static final List<String> SOURCES = List.of(PRIOR, GAUSSIAN, MIXTURE);
  private static final List<String> COVARIANCES =
      Arrays.stream(CovarianceKind.values()).map(CovarianceKind::label).toList();
  private static final int COMPONENTS = 10;

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      order = 31,
      completionCandidates = Sources.class,
      description =
          "Where z comes from: the model's prior, or a gaussian (each dimension by itself) or a"
              + " mixture of Gaussians fitted to the codes of the training data. By default the"
              + " prior, or gaussian of an autoencoder, whose codes know no prior. A fit is kept in"
              + " the run.")
  private String from;

  @Option(
      names = "--components",
      paramLabel = "N",
      order = 32,
      description = "How many Gaussians are in the mixture; by default " + COMPONENTS + ".")
  private Integer components;

  @Option(
      names = "--covariance",
      paramLabel = "KIND",
      order = 33,
      completionCandidates = Covariances.class,
      description = "Of the mixture's Gaussians: full or diagonal; by default full.")
  private String covariance;

  /** What shells complete. */
  static final class Sources implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return SOURCES.iterator();
    }
  }

  /** What shells complete. */
  static final class Covariances implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return COVARIANCES.iterator();
    }
  }

  /**
   * @throws InputException if an option is wrong, or would have no effect
   */
  void check() {
    if (from != null) {
      requireOneOf(from, SOURCES, "--from");
    }
    if (covariance != null) {
      requireOneOf(covariance, COVARIANCES, "--covariance");
    }
    requireMixture(components, "--components");
    requireMixture(covariance, "--covariance");
    if (components != null && (components < 1 || components > DensityKind.MOST)) {
      throw new InputException(
          "CLI-COMPONENTS",
          "expected from 1 to %d components, found %d".formatted(DensityKind.MOST, components),
          "--components",
          "Choose a number in this range.");
    }
  }

  private static void requireOneOf(String value, List<String> valid, String option) {
    if (!valid.contains(value)) {
      String hint =
          DidYouMean.closest(value, valid).map(name -> "Did you mean " + name + "? ").orElse("");
      throw new InputException(
          "CLI-SOURCE",
          "expected one of %s, found %s".formatted(String.join(", ", valid), value),
          option,
          hint + "Valid: " + String.join(", ", valid) + ".");
    }
  }

  private void requireMixture(Object value, String option) {
    if (value != null && !MIXTURE.equals(from)) {
      throw new InputException(
          "CLI-SOURCE",
          "expected --from mixture with %s, found %s"
              .formatted(option, from == null ? "no --from" : "--from " + from),
          option,
          "Remove it, or write --from mixture.");
    }
  }

  /** As it was given, or what is best for the model. */
  String nameFor(ModelGraphs model) {
    if (from != null) {
      return from;
    }
    return CodeDensities.neededBy(model) ? GAUSSIAN : PRIOR;
  }

  /** The density to fit; empty for the prior. */
  Optional<DensityKind> densityFor(ModelGraphs model) {
    return switch (nameFor(model)) {
      case GAUSSIAN -> Optional.of(DensityKind.gaussian());
      case MIXTURE ->
          Optional.of(DensityKind.mixture(components == null ? COMPONENTS : components, kind()));
      default -> Optional.empty();
    };
  }

  private CovarianceKind kind() {
    return covariance == null
        ? CovarianceKind.FULL
        : CovarianceKind.valueOf(covariance.toUpperCase(Locale.ROOT));
  }
}
