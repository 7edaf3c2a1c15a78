package dev.elbow.plugin.posterior.flow;

import dev.elbow.spi.PosteriorFactory;
import dev.elbow.tck.Feature;
import dev.elbow.tck.PosteriorContract;
import java.util.List;
import java.util.Set;

class FlowContractTest extends PosteriorContract {

  @Override
  protected PosteriorFactory<?> factory() {
    return new FlowPosteriorFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of(
        "{flows: [{type: planar, count: 2}]}",
        "{base: ar1, flows: [{type: radial}, {type: planar, amortised: true}]}",
        "{flows: [{type: iaf, hidden: [6], context: 2, activation: tanh, count: 2}]}",
        "{flows: [{type: realnvp, network: {type: mlp, hidden: [6], activation: tanh}}]}");
  }

  /** The density at any point needs the flows' inverses. */
  @Override
  protected Set<Feature> missing(String configuration) {
    return configuration.contains("realnvp")
        ? Set.of(Feature.CLOSED_FORM_KL)
        : Set.of(Feature.DENSITY_ANYWHERE, Feature.CLOSED_FORM_KL);
  }
}
