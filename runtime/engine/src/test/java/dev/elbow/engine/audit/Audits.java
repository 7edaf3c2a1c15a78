package dev.elbow.engine.audit;

import dev.elbow.engine.Experiments;
import dev.elbow.engine.Plugins;
import dev.elbow.engine.audit.Check.Outcome;
import dev.elbow.engine.experiment.BackendFacts;
import dev.elbow.engine.experiment.Engine;
import dev.elbow.engine.registry.PartKey;
import dev.elbow.engine.registry.RegisteredPart;
import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Role;
import java.util.ArrayList;
import java.util.List;

/** Audits of small configurations on a few images of the embedded sample. */
final class Audits {
  private static final AuditOptions FEW = new AuditOptions(32, 64);

  private String binarize = "threshold";
  private final List<RegisteredPart> plugins = new ArrayList<>(Plugins.onClassPath());

  /** Adds a plugin without options. */
  Audits with(Role role, PartFactory<?, ?> factory) {
    plugins.add(new RegisteredPart(new PartKey(role, factory.name()), factory, "1", "test", ""));
    return this;
  }

  /** With pixels as they are. */
  Audits grey() {
    binarize = "none";
    return this;
  }

  /**
   * Audits the configuration of a small model.
   *
   * @param latent the size of z
   * @param more keys of the model, such as {@code posterior: ar1}, one a line
   * @param objective the whole list
   */
  AuditReport audit(int latent, List<String> more, String objective) {
    StringBuilder yaml =
        new StringBuilder(
            """
            name: small
            seed: 7
            data: {dataset: fashion-mnist-sample, limit: 70, binarize: %s}
            training: {epochs: 3, batch: 16}
            objective: %s
            model:
              latent: %d
              encoder: {type: mlp, hidden: [8]}
            """
                .formatted(binarize, objective, latent));
    if (more.stream().noneMatch(line -> line.startsWith("decoder:"))) {
      yaml.append("  decoder: {type: bernoulli, network: {type: mlp, hidden: [8]}}\n");
    }
    more.forEach(line -> yaml.append("  ").append(line).append('\n'));
    return engine()
        .audit(
            engine().reader().read(yaml.toString(), "small", List.of()),
            Experiments.NO_FOLDER,
            FEW);
  }

  AuditReport audit(int latent, String... more) {
    return audit(latent, List.of(more), "[{type: kl}]");
  }

  private Engine engine() {
    return Engine.create(plugins, () -> new BackendFacts("cpu", "test", "test", 2));
  }

  /** The checks that failed, of every set of parameters. */
  static List<Check> failed(AuditReport report) {
    return report.models().stream()
        .flatMap(model -> model.checks().stream())
        .filter(check -> check.outcome() == Outcome.FAILED)
        .toList();
  }
}
