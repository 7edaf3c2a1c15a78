package dev.elbow.engine.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be wrong with a training, and what to try. */
public enum Condition {
  /** No dimension tells examples apart: the decoder ignores the code. */
  POSTERIOR_COLLAPSE("posterior collapse") {
    @Override
    Optional<String> seen(List<Vitals> history, Patient patient) {
      Vitals now = last(history);
      boolean none = patient.drawn() && now.activeUnits().orElse(1) == 0;
      return none
          ? Optional.of(
              "none of %d dimensions is active%s, so the decoder ignores the code. Try a warm-up of the KL's weight (objective: [{type: kl, weight: {value: 1, schedule: linear}}]), free bits (objective: [{type: kl, freeBits: 0.1}]) or InfoVAE (objective: {type: info-vae})"
                  .formatted(
                      patient.latent(),
                      now.kl().isPresent()
                          ? ", KL %s nats".formatted(number(now.kl().getAsDouble()))
                          : ""))
          : Optional.empty();
    }
  },

  /** A quarter of the dimensions or more have said nothing for some epochs. */
  DEAD_UNITS("dead units") {
    @Override
    Optional<String> seen(List<Vitals> history, Patient patient) {
      int active = last(history).activeUnits().orElse(patient.latent());
      boolean lasting =
          history.size() >= PATIENCE
              && history.subList(history.size() - PATIENCE, history.size()).stream()
                  .allMatch(v -> isPartlyDead(v, patient));
      return patient.drawn() && lasting
          ? Optional.of(
              "%d of %d dimensions have said nothing for %d epochs. Try free bits (objective: [{type: kl, freeBits: 0.1}]), a smaller weight, or be content with model.latent=%d"
                  .formatted(patient.latent() - active, patient.latent(), PATIENCE, active))
          : Optional.empty();
    }
  },

  /** A standard deviation is far beyond what it should be near to. */
  EXPLODING_SIGMA("exploding sigma") {
    @Override
    Optional<String> seen(List<Vitals> history, Patient patient) {
      Vitals now = last(history);
      if (now.sigma().orElse(1) > LARGEST_SIGMA) {
        return Optional.of(
            "a dimension of the posterior has a standard deviation of %s where the prior's is 1. Try a KL term of some weight beside the others, a smaller learning rate, or training.gradientClipping.norm=5"
                .formatted(number(now.sigma().getAsDouble())));
      }
      if (now.decoderSigma().orElse(0) > LARGEST_PIXEL_SIGMA) {
        return Optional.of(
            "the decoder's standard deviation is %s where pixels lie between 0 and 1, so it explains nothing. Try variance: optimal before per-pixel (perPixelFrom), or a smaller learning rate"
                .formatted(number(now.decoderSigma().getAsDouble())));
      }
      return Optional.empty();
    }
  },

  /** Codes are far out where the prior never draws. */
  LATENT_EXPLOSION("latent explosion") {
    @Override
    Optional<String> seen(List<Vitals> history, Patient patient) {
      double scale = last(history).codeScale();
      return patient.drawn() && scale > LARGEST_SCALE
          ? Optional.of(
              "codes are %s in root mean square where the prior's are 1, so its samples decode to nothing seen. Try a larger weight of the divergence, a KL term beside it, or samples from a fitted mixture (elbow sample --from mixture)"
                  .formatted(number(scale)))
          : Optional.empty();
    }
  },

  /** The gradient is far longer than it was. */
  EXPLODING_GRADIENT("exploding gradient") {
    @Override
    Optional<String> seen(List<Vitals> history, Patient patient) {
      double[] before =
          history.subList(0, history.size() - 1).stream()
              .mapToDouble(Vitals::gradientNorm)
              .sorted()
              .toArray();
      double now = last(history).gradientNorm();
      return before.length >= PATIENCE && now > LARGEST_GROWTH * before[before.length / 2]
          ? Optional.of(
              "the gradient's norm is %s, %s times the median of the epochs before. Try training.gradientClipping.norm=%s or a smaller learning rate"
                  .formatted(
                      number(now),
                      number(now / before[before.length / 2]),
                      number(before[before.length / 2])))
          : Optional.empty();
    }
  };

  private static final int PATIENCE = 3;
  private static final double DEAD_SHARE = 0.25;
  private static final double LARGEST_SIGMA = 5;
  private static final double LARGEST_PIXEL_SIGMA = 1;
  private static final double LARGEST_SCALE = 10;
  private static final double LARGEST_GROWTH = 100;

  private final String label;

  Condition(String label) {
    this.label = label;
  }

  /** What people call it. */
  public String label() {
    return label;
  }

  /**
   * What is wrong and what to try, in one line; empty if this is not.
   *
   * @param history the vitals of each epoch so far, at least one
   */
  abstract Optional<String> seen(List<Vitals> history, Patient patient);

  private static Vitals last(List<Vitals> history) {
    return history.get(history.size() - 1);
  }

  /** Some dimensions are active, and a quarter or more are not. */
  private static boolean isPartlyDead(Vitals vitals, Patient patient) {
    int active = vitals.activeUnits().orElse(patient.latent());
    return active > 0 && patient.latent() - active >= Math.max(1, DEAD_SHARE * patient.latent());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 0.1 ? "%.3f" : "%.3g", value);
  }
}
