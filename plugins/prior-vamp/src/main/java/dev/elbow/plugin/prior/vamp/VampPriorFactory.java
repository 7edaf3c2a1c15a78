package dev.elbow.plugin.prior.vamp;

import aQute.bnd.annotation.Resolution;
import aQute.bnd.annotation.spi.ServiceProvider;
import dev.elbow.spi.PartContext;
import dev.elbow.spi.Prior;
import dev.elbow.spi.PriorFactory;
import org.osgi.service.component.annotations.Component;

/** Publishes {@link VampPrior} as {@code vamp}. */
@Component(service = PriorFactory.class)
@ServiceProvider(value = PriorFactory.class, resolution = Resolution.OPTIONAL)
public final class VampPriorFactory implements PriorFactory<VampOptions> {

  @Override
  public String name() {
    return "vamp";
  }

  @Override
  public String description() {
    return "VampPrior: the mixture of the posteriors of trained pseudo-inputs";
  }

  @Override
  public Class<VampOptions> optionsType() {
    return VampOptions.class;
  }

  @Override
  public Prior create(VampOptions options, PartContext context) {
    return new VampPrior(options, context);
  }
}
