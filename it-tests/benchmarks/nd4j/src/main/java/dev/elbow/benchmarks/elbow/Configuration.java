package dev.elbow.benchmarks.elbow;

import dev.elbow.benchmarks.cases.Model;
import dev.elbow.benchmarks.cases.Model.Body;
import dev.elbow.benchmarks.worker.Job;

/** A case as a user would write it for {@code elbow train}. */
final class Configuration {
  private Configuration() {}

  static String of(Job job) {
    Model model = job.subject().model();
    String network =
        model.body() == Body.CONV
            ? "{type: conv, body: info-vae}"
            : "{type: mlp, hidden: %s}".formatted(model.hidden());
    return """
        name: benchmark
        seed: %d
        data: {dataset: %s, binarize: threshold}
        model:
          latent: %d
          encoder: %s
          posterior: %s
          decoder: {type: bernoulli, network: %s}
        objective: vae
        training: {batch: %d}
        """
        .formatted(
            Job.SEED,
            job.dataset(),
            model.latent(),
            network,
            posterior(model),
            network,
            job.subject().batch());
  }

  private static String posterior(Model model) {
    return switch (model.flow()) {
      case NONE -> "diagonal";
      case PLANAR -> flow("{type: planar, count: %d}".formatted(model.depth()));
      case IAF ->
          flow("{type: iaf, count: %d, hidden: [%d]}".formatted(model.depth(), Model.IAF_HIDDEN));
    };
  }

  private static String flow(String flow) {
    return "{type: flow, base: diagonal, flows: [%s]}".formatted(flow);
  }
}
