package dev.elbow.spi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The places of a model, and of its evaluation, that a plugin can fill. */
public enum Role {
  NETWORK(Network.class, NetworkFactory.class),
  POSTERIOR(Posterior.class, PosteriorFactory.class),
  FLOW(Flow.class, FlowFactory.class),
  PRIOR(Prior.class, PriorFactory.class),
  DIVERGENCE(Divergence.class, DivergenceFactory.class),
  DECODER(Decoder.class, DecoderFactory.class),
  METRIC(Metric.class, MetricFactory.class);

  private final Class<?> partType;

  @SuppressWarnings("rawtypes")
  private final Class<? extends PartFactory> factoryType;

  @SuppressWarnings("rawtypes")
  Role(Class<?> partType, Class<? extends PartFactory> factoryType) {
    this.partType = partType;
    this.factoryType = factoryType;
  }

  /** The interface of the configured part, for example {@link Posterior}. */
  public Class<?> partType() {
    return partType;
  }

  /** The service interface under which a plugin publishes, for example {@link PosteriorFactory}. */
  @SuppressWarnings("rawtypes")
  public Class<? extends PartFactory> factoryType() {
    return factoryType;
  }

  /** The name users see: {@code posterior}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role whose part has this type, or empty: this is how nested parts are recognised. */
  public static Optional<Role> ofPartType(Class<?> type) {
    return Arrays.stream(values()).filter(role -> role.partType == type).findFirst();
  }
}
