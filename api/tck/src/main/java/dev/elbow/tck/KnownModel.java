package dev.elbow.tck;

import dev.elbow.spi.Bound;
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
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/**
 * A {@link LinearGaussian} model with data drawn from it, in plain Java, on which a metric can be
 * tested against its closed form. Labels are the quarter of the first code: 4 classes. The sources
 * of {@link #generate} other than the prior are the aggregate posterior itself, not a fit.
 *
 * <p>Every answer is computed anew, from the seed alone.
 *
 * @param law the model
 * @param seed of the data and of every sample
 * @param trainSize training examples
 * @param testSize test examples
 * @param densities whether posterior and prior state a density
 * @param labels whether the data have labels
 * @param dataValues what the model says that its data are; they are real numbers
 * @param bound what the scores say of a bound
 */
public record KnownModel(
    LinearGaussian law,
    long seed,
    int trainSize,
    int testSize,
    boolean densities,
    boolean labels,
    DataValues dataValues,
    Bound bound)
    implements TrainedModel {

  /** With 1200 training and 300 test examples, densities and labels. */
  public static KnownModel of(LinearGaussian law, long seed) {
    Bound bound = Bound.on("log p(x)");
    return new KnownModel(law, seed, 1200, 300, true, true, DataValues.REAL, bound);
  }

  /** Another model, with the same of all else. */
  public KnownModel withLaw(LinearGaussian other) {
    return new KnownModel(other, seed, trainSize, testSize, densities, labels, dataValues, bound);
  }

  /** Other data and samples. */
  public KnownModel withSeed(long other) {
    return new KnownModel(law, other, trainSize, testSize, densities, labels, dataValues, bound);
  }

  /** More or fewer examples. */
  public KnownModel withSizes(int train, int test) {
    return new KnownModel(law, seed, train, test, densities, labels, dataValues, bound);
  }

  /** With a posterior and a prior that can only be sampled. */
  public KnownModel withoutDensities() {
    Bound none = Bound.none("the posterior states no density");
    return new KnownModel(law, seed, trainSize, testSize, false, labels, dataValues, none);
  }

  /** With data that have no labels. */
  public KnownModel withoutLabels() {
    return new KnownModel(law, seed, trainSize, testSize, densities, false, dataValues, bound);
  }

  /** Saying something else of its data. */
  public KnownModel withDataValues(DataValues other) {
    return new KnownModel(law, seed, trainSize, testSize, densities, labels, other, bound);
  }

  /** Saying something else of a bound. */
  public KnownModel withBound(Bound other) {
    return new KnownModel(law, seed, trainSize, testSize, densities, labels, dataValues, other);
  }

  @Override
  public int latentSize() {
    return law.latentSize();
  }

  @Override
  public DataShape dataShape() {
    return law.shape();
  }

  @Override
  public Examples train() {
    return examples("train", trainSize);
  }

  @Override
  public Examples test() {
    return examples("test", testSize);
  }

  private Examples examples(String name, int size) {
    Random random = random("data " + name);
    Matrix codes = codes(random, size, 0, PlainGaussian.filled(latentSize(), 1));
    double[] noise = PlainGaussian.filled(dataShape().features(), law.noiseVariance());
    Matrix pixels =
        Rows.map(codes, noise.length, z -> PlainGaussian.sample(random, mean(z), noise));
    int[] quarters = new int[size];
    Arrays.setAll(quarters, r -> KnownClassifier.label(codes.at(r, 0)));
    return new KnownExamples(name, pixels, labels ? Optional.of(quarters) : Optional.empty());
  }

  /** Samples of N(mean, diag variance). */
  private Matrix codes(Random random, int count, double mean, double[] variance) {
    double[] means = PlainGaussian.filled(latentSize(), mean);
    return Rows.map(
        Rows.empty(count), latentSize(), n -> PlainGaussian.sample(random, means, variance));
  }

  private double[] mean(float[] z) {
    return law.decode(Rows.doubles(z));
  }

  private Random random(String purpose) {
    return new Random(31 * seed + purpose.hashCode());
  }

  @Override
  public ExampleScores scores(Examples examples, int draw) {
    Matrix x = examples.pixels();
    Matrix z = sampledCodes(examples, draw);
    double[] negative = new double[x.rows()];
    Arrays.setAll(negative, r -> -law.logLikelihood(x.row(r), Rows.doubles(z.row(r))));
    Optional<double[]> kl =
        densities
            ? Optional.of(Rows.each(x, row -> Arrays.stream(law.kl(row)).sum()))
            : Optional.empty();
    return new ExampleScores(negative, kl, bound);
  }

  @Override
  public Optional<Matrix> marginalKl(Examples examples) {
    return densities
        ? Optional.of(Rows.map(examples.pixels(), latentSize(), law::kl))
        : Optional.empty();
  }

  @Override
  public Matrix codes(Examples examples) {
    return Rows.map(examples.pixels(), latentSize(), law::posteriorMean);
  }

  @Override
  public Matrix sampledCodes(Examples examples) {
    return sampledCodes(examples, 0);
  }

  private Matrix sampledCodes(Examples examples, int draw) {
    Random random = random("posterior of " + examples.name() + ", draw " + draw);
    double[] variance = law.posteriorVariance();
    return Rows.map(
        examples.pixels(),
        latentSize(),
        x -> PlainGaussian.sample(random, law.posteriorMean(x), variance));
  }

  @Override
  public double[] posteriorLogDensity(Examples examples) {
    requireDensities();
    Matrix x = examples.pixels();
    Matrix z = sampledCodes(examples);
    double[] densities = new double[z.rows()];
    Arrays.setAll(densities, r -> posterior(Rows.doubles(z.row(r)), law.posteriorMean(x.row(r))));
    return densities;
  }

  @Override
  public double[] aggregateLogDensity(Matrix z, Examples examples) {
    requireDensities();
    Matrix x = examples.pixels();
    double[][] means = new double[x.rows()][];
    Arrays.setAll(means, j -> law.posteriorMean(x.row(j)));
    double[] each = new double[means.length];
    return Rows.each(
        z,
        code -> {
          double[] point = Rows.doubles(code);
          Arrays.setAll(each, j -> posterior(point, means[j]));
          return PlainGaussian.logMeanExp(each);
        });
  }

  private double posterior(double[] z, double[] mean) {
    return PlainGaussian.logDensity(z, mean, law.posteriorVariance());
  }

  @Override
  public double[] priorLogDensity(Matrix z) {
    requireDensities();
    return Rows.each(z, code -> PlainGaussian.logDensity(Rows.doubles(code)));
  }

  @Override
  public Matrix priorCodes(int count) {
    return codes(random("prior"), count, 0, PlainGaussian.filled(latentSize(), 1));
  }

  @Override
  public Matrix decode(Matrix z) {
    return Rows.map(z, dataShape().features(), this::mean);
  }

  @Override
  public Matrix generate(CodeSource source, int count) {
    Matrix codes =
        source == CodeSource.PRIOR
            ? priorCodes(count)
            : codes(
                random("aggregate " + source), count, law.aggregateMean(), law.aggregateVariance());
    return decode(codes);
  }

  @Override
  public ImportanceScores importance(Examples examples, int samples, int megabytes) {
    requireDensities();
    Random random = random("importance of " + examples.name());
    return new KnownImportance(law, samples, random).of(examples.pixels());
  }

  @Override
  public Classifier classifier() {
    if (!labels) {
      throw new InputException(
          "KNOWN-NO-LABELS",
          "a classifier needs labels, and these data have none",
          "",
          "take data that have labels, or leave out metrics that need a classifier");
    }
    return new KnownClassifier(law, test());
  }

  private void requireDensities() {
    if (!densities) {
      throw new InputException(
          "KNOWN-NO-DENSITY",
          "expected a posterior and a prior with a density, found some without",
          "",
          "choose parts with a density, or leave out metrics that need one");
    }
  }
}
