package dev.elbow.engine.options;

import dev.elbow.configuration.ConfigNode;
import dev.elbow.configuration.ListForm;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.ScalarNode;
import dev.elbow.spi.Divergence;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The objectives of the literature by their names. The resolved configuration writes them out as
 * the terms that they stand for.
 */
public enum ObjectiveForm implements ListForm {
  /** Nothing beside the reconstruction. */
  AUTOENCODER(
      "autoencoder", "the reconstruction alone, no divergence", None.class, options -> List.of()),

  /** Kingma and Welling, 2014. */
  VAE("vae", "the negative ELBO: kl with weight 1", None.class, o -> List.of(kl(one(o)))),

  /** Higgins et al., 2017. */
  BETA_VAE("beta-vae", "kl with weight beta", BetaVae.class, o -> List.of(kl(o.get("beta")))),

  /** Zhao, Song and Ermon, InfoVAE, 2019. */
  INFO_VAE(
      "info-vae",
      "(1 - alpha) kl + (alpha + lambda - 1) D(q(z) || p(z))",
      InfoVae.class,
      ObjectiveForm::infoVae),

  /** Makhzani et al., 2016. */
  AAE(
      "aae",
      "adversarial autoencoder: a discriminator in place of kl",
      Aae.class,
      ObjectiveForm::weightedDivergence),

  /** Tolstikhin et al., 2018. */
  WAE_MMD(
      "wae-mmd",
      "Wasserstein autoencoder: lambda times MMD in place of kl",
      WaeMmd.class,
      ObjectiveForm::weightedDivergence);

  /** No options. */
  public record None() {}

  /** Options of the beta-VAE. */
  public record BetaVae(
      @Doc("the weight of kl, constant or over the epochs") @Default("4.0") Schedule beta) {}

  /** Options of InfoVAE. alpha = 0, lambda = 1 is the VAE; 1 - beta and beta the beta-VAE. */
  public record InfoVae(
      @Doc("how much mutual information between x and z is wanted") @Default("0.0") @Range(max = 1)
          double alpha,
      @Doc("how much the aggregate posterior is drawn to the prior")
          @Default("500.0")
          @Range(min = 0, minExclusive = true)
          double lambda,
      @Doc("the divergence D between q(z) and p(z)") @Default("mmd") Divergence divergence) {}

  /** Options of the adversarial autoencoder. */
  public record Aae(
      @Doc("the weight of the adversarial term") @Default("1.0") Schedule weight,
      @Doc("the game against the discriminator") @Default("adversarial") Divergence divergence) {}

  /** Options of the Wasserstein autoencoder. */
  public record WaeMmd(
      @Doc("the weight of MMD; the paper's lambda counts the whole squared error as the cost")
          @Default("10.0")
          Schedule lambda,
      @Doc("the divergence") @Default("{type: mmd, kernel: imq, estimator: unbiased}")
          Divergence divergence) {}

  private final String formName;
  private final String description;
  private final Class<? extends Record> options;
  private final Function<MapNode, List<ConfigNode>> items;

  ObjectiveForm(
      String formName,
      String description,
      Class<? extends Record> options,
      Function<MapNode, List<ConfigNode>> items) {
    this.formName = formName;
    this.description = description;
    this.options = options;
    this.items = items;
  }

  @Override
  public String formName() {
    return formName;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public Class<? extends Record> options() {
    return options;
  }

  @Override
  public List<ConfigNode> items(MapNode resolved) {
    return items.apply(resolved);
  }

  private static List<ConfigNode> infoVae(MapNode options) {
    BigDecimal alpha = number(options, "alpha");
    BigDecimal kl = BigDecimal.ONE.subtract(alpha);
    BigDecimal divergence = alpha.add(number(options, "lambda")).subtract(BigDecimal.ONE);
    if (divergence.signum() < 0) {
      throw new IllegalArgumentException(
          "expected alpha + lambda >= 1, the weight of the divergence being alpha + lambda - 1;"
              + " found "
              + divergence.toPlainString());
    }
    List<ConfigNode> terms = new ArrayList<>();
    if (kl.signum() != 0) {
      terms.add(kl(scalar(kl, options)));
    }
    if (divergence.signum() != 0) {
      MapNode part = (MapNode) options.get("divergence");
      terms.add(part.with("weight", scalar(divergence, options)));
    }
    return terms;
  }

  private static List<ConfigNode> weightedDivergence(MapNode options) {
    ConfigNode weight = options.find("weight").orElseGet(() -> options.get("lambda"));
    return List.of(((MapNode) options.get("divergence")).with("weight", weight));
  }

  private static BigDecimal number(MapNode options, String key) {
    return new BigDecimal(((ScalarNode) options.get(key)).text());
  }

  private static ScalarNode scalar(BigDecimal value, MapNode options) {
    BigDecimal plain = value.stripTrailingZeros();
    String text = plain.scale() < 1 ? plain.setScale(1).toPlainString() : plain.toPlainString();
    return new ScalarNode(text, false, options.place());
  }

  private static ScalarNode one(MapNode options) {
    return scalar(BigDecimal.ONE, options);
  }

  private static MapNode kl(ConfigNode weight) {
    return new MapNode(Map.of("type", new ScalarNode("kl", false, weight.place())), weight.place())
        .with("weight", weight);
  }
}
