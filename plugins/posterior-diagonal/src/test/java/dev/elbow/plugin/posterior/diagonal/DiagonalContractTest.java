package dev.elbow.plugin.posterior.diagonal;

import dev.elbow.spi.PosteriorFactory;
import dev.elbow.tck.PosteriorContract;
import java.util.List;

class DiagonalContractTest extends PosteriorContract {

  @Override
  protected PosteriorFactory<?> factory() {
    return new DiagonalPosteriorFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{spread: log-deviation}");
  }
}
