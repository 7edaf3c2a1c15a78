package dev.elbow.plugin.flow.realnvp;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.Flow;
import dev.elbow.spi.FlowFactory;
import dev.elbow.spi.PartContext;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link RealNvpFlow} as {@code realnvp}. */
@Component(service = FlowFactory.class)
@ServiceProvider(value = FlowFactory.class, resolution = Resolution.OPTIONAL)
public final class RealNvpFlowFactory implements FlowFactory<RealNvpOptions> {

  @Override
  public String name() {
    return "realnvp";
  }

  @Override
  public String description() {
    return "RealNVP: two affine couplings with complementary masks, invertible";
  }

  @Override
  public Class<RealNvpOptions> optionsType() {
    return RealNvpOptions.class;
  }

  @Override
  public Flow create(RealNvpOptions options, PartContext context) {
    return new RealNvpFlow(context.latentSize(), options);
  }
}
