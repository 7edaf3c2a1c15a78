package dev.elbow.plugin.posterior.point;

import dev.elbow.spi.PosteriorFactory;
import dev.elbow.tck.Feature;
import dev.elbow.tck.PosteriorContract;
import java.util.Set;

class PointContractTest extends PosteriorContract {

  @Override
  protected PosteriorFactory<?> factory() {
    return new PointPosteriorFactory();
  }

  @Override
  protected Set<Feature> missing() {
    return Set.of(Feature.SAMPLE_DENSITY, Feature.DENSITY_ANYWHERE, Feature.CLOSED_FORM_KL);
  }
}
