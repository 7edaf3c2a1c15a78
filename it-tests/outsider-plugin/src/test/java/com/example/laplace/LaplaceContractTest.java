package com.example.laplace;

import dev.elbow.spi.PosteriorFactory;
import dev.elbow.tck.Feature;
import dev.elbow.tck.PosteriorContract;
import java.util.Set;

class LaplaceContractTest extends PosteriorContract {

  @Override
  protected PosteriorFactory<?> factory() {
    return new LaplacePosteriorFactory();
  }

  /** Elbow estimates its KL with the sample at hand. */
  @Override
  protected Set<Feature> missing() {
    return Set.of(Feature.CLOSED_FORM_KL);
  }
}
