package dev.elbow.configuration;

import dev.elbow.spi.Decoder;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.PartFactory;
import dev.elbow.spi.Prior;
import dev.elbow.spi.Role;
import java.lang.reflect.Proxy;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A handful of plugins, and room for more. */
final class FakeCatalog implements PartCatalog {
  private final Map<Role, Map<String, PartFactory<?, ?>>> factories = new EnumMap<>(Role.class);

  static FakeCatalog standard() {
    return new FakeCatalog()
        .with(Role.NETWORK, fake("mlp", Example.MlpOptions.class, Example.Body::new))
        .with(Role.POSTERIOR, fake("diagonal", NoOptions.class, Example.Gaussian::new))
        .with(Role.POSTERIOR, fake("ar1", Example.Ar1Options.class, Example.Gaussian::new))
        .with(Role.POSTERIOR, fake("flow", Example.FlowOptions.class, Example.Gaussian::new))
        .with(Role.FLOW, fake("planar", NoOptions.class, Example.Bijection::new))
        .with(Role.FLOW, fake("iaf", Example.IafOptions.class, Example.Bijection::new))
        .with(Role.PRIOR, fake("standard-normal", NoOptions.class, o -> stub(Prior.class)))
        .with(Role.DIVERGENCE, fake("kl", Example.KlOptions.class, Example.Gap::new))
        .with(Role.DIVERGENCE, fake("mmd", Example.MmdOptions.class, Example.Gap::new))
        .with(Role.DECODER, fake("bernoulli", Example.Likelihood.class, o -> stub(Decoder.class)));
  }

  FakeCatalog with(Role role, PartFactory<?, ?> factory) {
    factories.computeIfAbsent(role, r -> new LinkedHashMap<>()).put(factory.name(), factory);
    return this;
  }

  static <P, O extends Record> Fake<P, O> fake(
      String name, Class<O> options, Function<O, P> maker) {
    return new Fake<>(name, options, (o, context) -> maker.apply(o));
  }

  /** An instance of a role that nobody calls. */
  static <P> P stub(Class<P> role) {
    Object proxy =
        Proxy.newProxyInstance(
            role.getClassLoader(), new Class<?>[] {role}, (self, method, arguments) -> "stub");
    return role.cast(proxy);
  }

  @Override
  public Set<String> names(Role role) {
    return factories.getOrDefault(role, Map.of()).keySet();
  }

  @Override
  public Optional<PartFactory<?, ?>> find(Role role, String name) {
    return Optional.ofNullable(factories.getOrDefault(role, Map.of()).get(name));
  }
}
