package dev.elbow.tck;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.Decoder;
import dev.elbow.spi.DecoderFactory;
import dev.elbow.spi.Graph;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The contract of a {@link Decoder}. Beyond {@link PartContract}:
 *
 * <ul>
 *   <li>X1 it says for every kind of data whether its score is a log-probability; data that it
 *       cannot score are refused with an InputException
 *   <li>X2 where it says so, exp(-nll) adds up to 1: over 0 and 1, over 256 levels, over the
 *       numbers from 0 to 1, or over the line, whichever fits the data
 *   <li>X3 the mean of data from 0 to 1 stays from 0 to 1; deviations of features are above 0
 *   <li>X4 samples follow exp(-nll) for one feature and for two, and average to the mean
 *   <li>X5 step by step every feature is filled, what is filled stays, and what is not yet filled
 *       is not looked at
 * </ul>
 *
 * <p>Sampling is in one pass or step by step: declare one of SAMPLE and STEPWISE missing.
 *
 * <pre>{@code
 * class BernoulliContractTest extends DecoderContract {
 *   protected DecoderFactory<?> factory() { return new BernoulliDecoderFactory(); }
 *   protected Set<Feature> missing() { return Set.of(Feature.STEPWISE, Feature.REAL_DATA); }
 * }
 * }</pre>
 */
public abstract class DecoderContract extends PartContract<Decoder> {

  /** Adding up takes long, and two rules need it. */
  private final Map<Bench, Likelihood.Search> searches = new HashMap<>();

  protected DecoderContract() {
    super(Decoder.class);
  }

  @Override
  protected abstract DecoderFactory<?> factory();

  /**
   * Shapes of 1 or 2 features, over which a likelihood is added up; vectors by default. A decoder
   * of images alone gives images, such as 2 x 1 pixels.
   */
  protected List<DataShape> smallShapes() {
    return List.of(DataShape.vector(1), DataShape.vector(2));
  }

  /** The kinds of data that the decoder accepts, by its features. */
  private List<DataValues> accepted(String configuration) {
    return Stream.of(DataValues.values())
        .filter(values -> has(DataRules.featureOf(values), configuration))
        .toList();
  }

  @Override
  final List<Scene<Decoder>> scenes(String configuration) {
    List<DataValues> accepted = accepted(configuration);
    DataValues values = accepted.contains(dataValues()) ? dataValues() : accepted.get(0);
    return IntStream.of(1, 2, 5).mapToObj(n -> scene(n, dataShape(), values)).toList();
  }

  final Scene<Decoder> scene(int latent, DataShape shape, DataValues values) {
    return new Scene<>(
        "latent %d, %s data of %s".formatted(latent, values, shape),
        context().withLatent(latent).withData(shape, values),
        (decoder, stage) -> apply(decoder, stage, latent, shape.features(), values));
  }

  private static void apply(
      Decoder decoder, Stage stage, int latent, int features, DataValues values) {
    Graph graph = stage.graph();
    SDVariable z = stage.input(DecoderRules.Z, latent);
    SDVariable x = stage.data(DecoderRules.X, features, Draw.of(values));
    SDVariable output = decoder.output(graph, z);
    stage.output(DecoderRules.OUTPUT, output, decoder.outputWidth());
    stage.output(DecoderRules.NLL, decoder.negativeLogLikelihood(graph, x, output));
    decoder.mean(graph, output).ifPresent(mean -> stage.output(DecoderRules.MEAN, mean, features));
    decoder
        .deviation(graph, output)
        .ifPresent(sigma -> stage.output(DecoderRules.DEVIATION, sigma, features));
    decoder
        .sample(graph, output)
        .ifPresent(sample -> stage.figure(DecoderRules.SAMPLE, sample, features));
  }

  @EachConfiguration
  @DisplayName("X1 it says for every kind of data whether its score is a log-probability")
  final void kindsOfData(String configuration) {
    Faults faults = new Faults();
    List<DataValues> accepted = accepted(configuration);
    for (DataValues values : DataValues.values()) {
      Scene<Decoder> scene = scene(2, dataShape(), values);
      if (accepted.contains(values)) {
        DataRules.checkBounds(subject(configuration).part(scene.context()), values, faults);
      } else {
        Refusals.check(
            () -> subject(configuration).part(scene.context()), values + " data", faults);
      }
    }
    faults.report();
  }

  @EachConfiguration
  @DisplayName("X2 where it says so, exp(-nll) adds up to 1")
  final void normalised(String configuration) {
    Faults faults = new Faults();
    forSmallShapes(
        configuration, (scene, search) -> DataRules.checkNormalised(search, scene.label(), faults));
    faults.report();
  }

  /** Wherever bound() says log-probability. */
  private void forSmallShapes(
      String configuration, BiConsumer<Scene<Decoder>, Likelihood.Search> rule) {
    Subject<Decoder> subject = subject(configuration);
    for (DataValues values : accepted(configuration)) {
      for (DataShape shape : smallShapes()) {
        Scene<Decoder> scene = scene(2, shape, values);
        if (subject.part(scene.context()).bound(values).holds()) {
          Bench bench = DataRules.evaluation(subject, scene);
          rule.accept(scene, searches.computeIfAbsent(bench, b -> Likelihood.search(b, values)));
        }
      }
    }
  }

  @EachConfiguration
  @DisplayName(
      "X3 the mean of data from 0 to 1 stays from 0 to 1; deviations of features, if there are any,"
          + " are above 0")
  final void mean(String configuration) {
    Faults faults = new Faults();
    for (DataValues values : accepted(configuration)) {
      Bench bench = subject(configuration).bench(scene(2, dataShape(), values));
      DecoderRules.checkMean(
          bench,
          values,
          has(Feature.MEAN, configuration),
          has(Feature.MEAN_IN_RANGE, configuration),
          faults);
      DecoderRules.checkDeviation(bench, values, faults);
    }
    faults.report();
  }

  @EachConfiguration
  @DisplayName("X4 samples follow exp(-nll), and average to the mean")
  final void samples(String configuration) {
    Faults faults = new Faults();
    Scene<Decoder> main = mainScene(configuration);
    Subject<Decoder> subject = subject(configuration);
    boolean inOnePass = has(Feature.SAMPLE, configuration);
    boolean offered = subject.bench(main).offers(DecoderRules.SAMPLE);
    faults.presence(offered, inOnePass, Feature.SAMPLE, "sample()", main.label());
    faults.report();
    SampleRules.checkMean(subject, main);
    forSmallShapes(
        configuration, (scene, search) -> SampleRules.checkDistribution(subject, scene, search));
  }

  @EachConfiguration
  @DisplayName("X5 step by step every feature is filled, and what is filled stays")
  final void stepwise(String configuration) {
    StepwiseRule.check(
        subject(configuration), mainScene(configuration), has(Feature.STEPWISE, configuration));
  }
}
