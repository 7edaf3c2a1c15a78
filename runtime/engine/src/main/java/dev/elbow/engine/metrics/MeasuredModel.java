package dev.elbow.engine.metrics;

import dev.elbow.data.DataSplits;
import dev.elbow.data.Split;
import dev.elbow.engine.density.CodeDensities;
import dev.elbow.engine.density.CovarianceKind;
import dev.elbow.engine.density.DensityKind;
import dev.elbow.engine.density.FitProgress;
import dev.elbow.engine.evaluation.Evaluator;
import dev.elbow.engine.evaluation.Generation;
import dev.elbow.engine.evaluation.Generator;
import dev.elbow.engine.evaluation.ImportanceSampling;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.runs.Tensor;
import dev.elbow.spi.Classifier;
import dev.elbow.spi.CodeSource;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.ExampleScores;
import dev.elbow.spi.Examples;
import dev.elbow.spi.ImportanceScores;
import dev.elbow.spi.InputException;
import dev.elbow.spi.Matrix;
import dev.elbow.spi.TrainedModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A model of the engine's, asked through the contract. Not thread-safe. */
final class MeasuredModel implements TrainedModel {
  private static final long MEGABYTE = 1_000_000;
  private static final DensityKind MIXTURE = DensityKind.mixture(10, CovarianceKind.FULL);

  private final ModelGraphs model;
  private final DataSplits data;
  private final Moment moment;
  private final Supplier<Classifier> classifier;
  private final Generator generator = new Generator();
  private final Evaluator evaluator = new Evaluator();
  private final Densities densities;
  private final Memo memo = new Memo();

  MeasuredModel(
      ModelGraphs model, DataSplits data, Moment moment, Supplier<Classifier> classifier) {
    this.model = model;
    this.data = data;
    this.moment = moment;
    this.classifier = classifier;
    this.densities = new Densities(model);
  }

  @Override
  public int latentSize() {
    return model.parts().latent();
  }

  @Override
  public DataShape dataShape() {
    return data.shape();
  }

  @Override
  public DataValues dataValues() {
    return data.values();
  }

  @Override
  public long seed() {
    return moment.seed();
  }

  @Override
  public Examples train() {
    return new SplitExamples(data.train());
  }

  @Override
  public Examples test() {
    return new SplitExamples(data.test());
  }

  @Override
  public ExampleScores scores(Examples examples, int draw) {
    return memo.of(
        question("scores", examples, draw),
        () -> evaluator.scores(model, split(examples), seed(), moment.epoch(), draw));
  }

  @Override
  public Optional<Matrix> marginalKl(Examples examples) {
    return memo.of(
        question("marginal KL", examples),
        () ->
            generator
                .marginalKl(model, split(examples), examples.size())
                .map(MeasuredModel::matrix));
  }

  @Override
  public Matrix codes(Examples examples) {
    return memo.of(
        question("codes", examples),
        () -> matrix(generator.encode(model, split(examples), examples.size())));
  }

  @Override
  public Matrix sampledCodes(Examples examples) {
    return memo.of(
        question("sampled codes", examples),
        () -> matrix(generator.encodeSampled(model, split(examples), examples.size(), seed())));
  }

  @Override
  public double[] posteriorLogDensity(Examples examples) {
    Tensor logs =
        generator
            .logDensity(model, split(examples), examples.size(), seed())
            .orElseThrow(
                () ->
                    new InputException(
                        "METRIC-NO-DENSITY",
                        "expected a posterior that states a density, found one that does not",
                        "model.posterior",
                        "Leave the metric out, or train with a posterior such as diagonal."));
    double[] densitiesOfSamples = new double[logs.data().length];
    for (int i = 0; i < densitiesOfSamples.length; i++) {
      densitiesOfSamples[i] = logs.data()[i];
    }
    return densitiesOfSamples;
  }

  @Override
  public double[] aggregateLogDensity(Matrix z, Examples examples) {
    return densities.aggregate(
        z, generator.posteriorParameters(model, split(examples), examples.size(), moment.epoch()));
  }

  @Override
  public double[] priorLogDensity(Matrix z) {
    return densities.prior(z);
  }

  @Override
  public Matrix priorCodes(int count) {
    return matrix(generator.prior(model, count, seed()));
  }

  @Override
  public Matrix decode(Matrix z) {
    Tensor codes = Tensor.of(z.values(), z.rows(), z.columns());
    return matrix(generator.decode(model, codes, Generation.mean(seed(), moment.epoch())));
  }

  @Override
  public Matrix generate(CodeSource source, int count) {
    return memo.of(List.of("generated", source, count), () -> decode(codesOf(source, count)));
  }

  private Matrix codesOf(CodeSource source, int count) {
    boolean prior = source == CodeSource.PRIOR && !CodeDensities.neededBy(model);
    if (prior) {
      return priorCodes(count);
    }
    DensityKind kind = source == CodeSource.MIXTURE ? MIXTURE : DensityKind.gaussian();
    return matrix(
        new CodeDensities(generator)
            .find(moment.subject(model, data), kind, FitProgress.SILENT)
            .density()
            .mixture()
            .sample(count, seed()));
  }

  @Override
  public ImportanceScores importance(Examples examples, int samples, int megabytes) {
    return memo.of(
        question("importance", examples, samples),
        () ->
            ImportanceSampling.of(
                model, split(examples), samples, seed(), moment.epoch(), megabytes * MEGABYTE));
  }

  @Override
  public Classifier classifier() {
    return memo.of(List.of("classifier"), classifier);
  }

  private static Matrix matrix(Tensor tensor) {
    long[] shape = tensor.shape();
    return new Matrix(Math.toIntExact(shape[0]), Math.toIntExact(shape[1]), tensor.data());
  }

  private static Split split(Examples examples) {
    if (examples instanceof SplitExamples ours) {
      return ours.split();
    }
    throw new InputException(
        "METRIC-EXAMPLES",
        "expected examples of this model's data, found " + examples.getClass().getName(),
        "",
        "In the plugin, pass model.train(), model.test() or the first of them.");
  }

  private static List<Object> question(String what, Examples examples, Object... more) {
    return List.of(what, examples.name(), examples.size(), List.of(more));
  }
}
