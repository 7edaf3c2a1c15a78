package dev.elbow.plugin.flow.iaf;

import dev.elbow.spi.FlowFactory;
import dev.elbow.tck.Feature;
import dev.elbow.tck.FlowContract;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

class IafContractTest extends FlowContract {

  @Override
  protected FlowFactory<?> factory() {
    return new IafFlowFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{hidden: []}", "{hidden: [7, 6], activation: tanh, context: 2}");
  }

  @Override
  protected Set<Feature> missing() {
    return Set.of(Feature.INVERSE);
  }

  /** The last step reverses the columns. */
  @Override
  protected Optional<int[]> autoregressiveOrder(int latent) {
    return Optional.of(IntStream.range(0, latent).map(i -> latent - 1 - i).toArray());
  }
}
