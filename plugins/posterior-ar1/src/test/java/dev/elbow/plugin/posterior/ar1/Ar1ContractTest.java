package dev.elbow.plugin.posterior.ar1;

import dev.elbow.spi.PosteriorFactory;
import dev.elbow.tck.PosteriorContract;
import java.util.List;

class Ar1ContractTest extends PosteriorContract {

  @Override
  protected PosteriorFactory<?> factory() {
    return new Ar1PosteriorFactory();
  }

  @Override
  protected List<String> configurations() {
    return List.of("{}", "{scale: per-dimension, maxCorrelation: 0.9}");
  }
}
