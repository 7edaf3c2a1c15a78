package dev.elbow.configuration;

import static dev.elbow.configuration.Yaml.error;
import static dev.elbow.configuration.Yaml.resolve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import dev.elbow.spi.NoOptions;
import dev.elbow.spi.Posterior;
import dev.elbow.spi.Role;
import dev.elbow.spi.option.Default;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BinderTest {
  private static final FakeCatalog CATALOG = FakeCatalog.standard();
  private static final PartMaker MAKER = new ContextPartMaker(FakeCatalog.stub(Context.class));

  /** What a proxy of the tests can stand for. */
  interface Context extends dev.elbow.spi.PartContext {}

  record Clip(@Default("1.0") Optional<Double> norm, Optional<Path> file) {}

  record Broken(int size) {
    Broken {
      if (size > 1) {
        throw new ArithmeticException("too big");
      }
    }
  }

  record Ordered(Posterior first, Posterior second) {}

  private static Example.Model model(String yaml) {
    MapNode resolved = resolve("data: {}\nmodel: " + yaml);
    return Binder.bind(resolved.get("model"), Example.Model.class, CATALOG, MAKER);
  }

  @Test
  void aSectionWithoutPartsIsBoundByItself() {
    MapNode resolved = resolve(Yaml.MINIMAL + "training: {epochs: 5}");

    assertThat(Binder.bind(resolved.get("training"), Example.Training.class))
        .isEqualTo(new Example.Training(5, 128, 0.001));
    assertThat(Binder.bind(resolved.get("data"), Example.Data.class))
        .isEqualTo(
            new Example.Data(Optional.of("mnist"), Optional.empty(), Example.Binarize.NONE, false));
  }

  @Test
  void partsGetTheirOptions() {
    Example.Model model =
        model("{latent: 3, decoder: bernoulli, encoder: {type: mlp, activation: leaky-relu}}");

    assertThat(model.latent()).isEqualTo(3);
    assertThat(model.encoder())
        .isEqualTo(
            new Example.Body(
                new Example.MlpOptions(List.of(500, 500), Example.Activation.LEAKY_RELU)));
    assertThat(model.posterior()).isEqualTo(new Example.Gaussian(new NoOptions()));
  }

  @Test
  void partsInPartsAreMadeToAnyDepth() {
    Example.Model model =
        model(
            """
            {latent: 2, decoder: bernoulli,
             posterior: {type: flow, base: ar1, flows: [{type: planar, count: 8}, iaf]}}
            """);

    assertThat(model.posterior())
        .isEqualTo(
            new Example.Gaussian(
                new Example.FlowOptions(
                    new Example.Gaussian(new Example.Ar1Options(-0.5, 0.5)),
                    List.of(
                        new Example.FlowItem(new Example.Bijection(new NoOptions()), 8),
                        new Example.FlowItem(
                            new Example.Bijection(new Example.IafOptions(Optional.empty())), 1)))));
  }

  @Test
  void aKeyOfTheTermHidesThePartsOptionOfThatName() {
    MapNode resolved = resolve("{type: mmd, weight: 3, widths: [4]}", Example.TermOptions.class);

    assertThat(Binder.bind(resolved, Example.TermOptions.class, CATALOG, MAKER))
        .isEqualTo(
            new Example.TermOptions(
                new Example.Gap(new Example.MmdOptions(7.0, List.of(4.0))),
                new Example.Schedule(3, 0)));
  }

  @Test
  void absentAndNullAreAnEmptyOptional() {
    assertThat(Binder.bind(resolve("{norm: null}", Clip.class), Clip.class))
        .isEqualTo(new Clip(Optional.empty(), Optional.empty()));
    assertThat(Binder.bind(resolve("{file: x}", Clip.class), Clip.class))
        .isEqualTo(new Clip(Optional.of(1.0), Optional.of(Path.of("x"))));
  }

  @Test
  void partsAreMadeInTheOrderOfDeclarationInnermostFirst() {
    List<String> made = new ArrayList<>();
    PartMaker recording =
        (role, factory, options, place) -> {
          made.add(role.label() + " " + factory.name() + " at " + place);
          return MAKER.make(role, factory, options, place);
        };
    MapNode resolved =
        resolve("{second: ar1, first: {type: flow, flows: [planar]}}", Ordered.class);

    Binder.bind(resolved, Ordered.class, CATALOG, recording);

    assertThat(made)
        .containsExactly(
            "posterior diagonal at default of first.base",
            "flow planar at rho.yaml:1:43",
            "posterior flow at rho.yaml:1:22",
            "posterior ar1 at rho.yaml:1:10");
  }

  @Test
  void aSinglePartCanBeMade() {
    MapNode resolved = Resolver.resolve(Yaml.read("ar1"), Role.POSTERIOR, CATALOG);

    assertThat(Binder.bindPart(resolved, Posterior.class, CATALOG, MAKER))
        .isEqualTo(new Example.Gaussian(new Example.Ar1Options(-0.5, 0.5)));
  }

  @Test
  void theBoundListsCannotBeChanged() {
    Example.MlpOptions options =
        Binder.bind(resolve("{}", Example.MlpOptions.class), Example.MlpOptions.class);

    assertThatThrownBy(() -> options.hidden().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void whatTheConstructorRefusesIsTheUsersMistake() {
    ConfigNode unchecked = Yaml.read("{least: 2.0, most: 1.0}");

    InputException e = error(() -> Binder.bind(unchecked, Example.Ar1Options.class));

    assertThat(e.id()).isEqualTo("CFG-VALUE");
    assertThat(e.place()).isEqualTo("rho.yaml:1:1");
    assertThat(e.problem()).isEqualTo("expected least < most, found 2.0 and 1.0");
    assertThat(e).hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anyOtherExceptionOfAConstructorIsTheAuthorsMistake() {
    assertThatThrownBy(() -> Binder.bind(Yaml.read("size: 5"), Broken.class))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("PLUGIN-FAILED")
        .hasMessageContaining(Broken.class.getName())
        .hasMessageContaining("too big")
        .hasCauseInstanceOf(ArithmeticException.class);
  }

  @Test
  void treesThatWereNotResolvedAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Binder.bind(Yaml.read("epochs: 5"), Example.Training.class))
        .withMessageContaining("not resolved");
  }
}
