package dev.elbow.tck;

import dev.elbow.spi.Classifier;
import dev.elbow.spi.CodeSource;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.ExampleScores;
import dev.elbow.spi.Examples;
import dev.elbow.spi.ImportanceScores;
import dev.elbow.spi.Matrix;
import dev.elbow.spi.TrainedModel;
import java.util.Optional;

/** A model that remembers all numbers that it gives away, to see whether somebody changes them. */
record WatchedModel(TrainedModel model, GivenNumbers given) implements TrainedModel {

  static WatchedModel of(TrainedModel model) {
    return new WatchedModel(model, new GivenNumbers());
  }

  @Override
  public int latentSize() {
    return model.latentSize();
  }

  @Override
  public DataShape dataShape() {
    return model.dataShape();
  }

  @Override
  public DataValues dataValues() {
    return model.dataValues();
  }

  @Override
  public long seed() {
    return model.seed();
  }

  @Override
  public Examples train() {
    return watched(model.train());
  }

  @Override
  public Examples test() {
    return watched(model.test());
  }

  private Examples watched(Examples examples) {
    given.matrix("the pixels of " + examples.name(), examples.pixels());
    examples.labels().ifPresent(labels -> given.labels("labels of " + examples.name(), labels));
    return examples;
  }

  @Override
  public ExampleScores scores(Examples examples, int draw) {
    ExampleScores scores = model.scores(examples, draw);
    given.numbers("scores", scores.negativeLogLikelihood());
    scores.kl().ifPresent(kl -> given.numbers("scores", kl));
    return scores;
  }

  @Override
  public Optional<Matrix> marginalKl(Examples examples) {
    return model.marginalKl(examples).map(kl -> given.matrix("marginalKl", kl));
  }

  @Override
  public Matrix codes(Examples examples) {
    return given.matrix("codes", model.codes(examples));
  }

  @Override
  public Matrix sampledCodes(Examples examples) {
    return given.matrix("sampledCodes", model.sampledCodes(examples));
  }

  @Override
  public double[] posteriorLogDensity(Examples examples) {
    return given.numbers("posteriorLogDensity", model.posteriorLogDensity(examples));
  }

  @Override
  public double[] aggregateLogDensity(Matrix z, Examples examples) {
    return given.numbers("aggregateLogDensity", model.aggregateLogDensity(z, examples));
  }

  @Override
  public double[] priorLogDensity(Matrix z) {
    return given.numbers("priorLogDensity", model.priorLogDensity(z));
  }

  @Override
  public Matrix priorCodes(int count) {
    return given.matrix("priorCodes", model.priorCodes(count));
  }

  @Override
  public Matrix decode(Matrix z) {
    return given.matrix("decode", model.decode(z));
  }

  @Override
  public Matrix generate(CodeSource source, int count) {
    return given.matrix("generate", model.generate(source, count));
  }

  @Override
  public ImportanceScores importance(Examples examples, int samples, int megabytes) {
    ImportanceScores scores = model.importance(examples, samples, megabytes);
    given.numbers("importance", scores.logLikelihood());
    given.numbers("importance", scores.effectiveSampleSize());
    return scores;
  }

  @Override
  public Classifier classifier() {
    return new WatchedClassifier(model.classifier(), given);
  }

  private record WatchedClassifier(Classifier classifier, GivenNumbers given)
      implements Classifier {
    @Override
    public int classes() {
      return classifier.classes();
    }

    @Override
    public double accuracy() {
      return classifier.accuracy();
    }

    @Override
    public String description() {
      return classifier.description();
    }

    @Override
    public Matrix probabilities(Matrix pixels) {
      return given.matrix("the classifier's probabilities", classifier.probabilities(pixels));
    }

    @Override
    public Matrix features(Matrix pixels) {
      return given.matrix("the classifier's features", classifier.features(pixels));
    }
  }
}
