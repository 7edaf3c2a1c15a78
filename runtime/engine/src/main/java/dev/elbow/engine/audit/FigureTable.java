package dev.elbow.engine.audit;

import dev.elbow.engine.model.EvaluationGraph;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.TrainingGraph.TermInfo;
import dev.elbow.spi.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The figures of the examples, as the model states them and as they were measured. */
final class FigureTable {
  private final ModelGraphs model;
  private final Scores batched;
  private final Scores alone;
  private final Optional<MeasuredKl> kl;
  private final double epoch;

  FigureTable(
      ModelGraphs model, Scores batched, Scores alone, Optional<MeasuredKl> kl, double epoch) {
    this.model = model;
    this.batched = batched;
    this.alone = alone;
    this.kl = kl;
    this.epoch = epoch;
  }

  List<TermFigure> figures() {
    List<TermFigure> figures = new ArrayList<>();
    figures.add(plain(EvaluationGraph.NEGATIVE_LOG_LIKELIHOOD, "reconstruction"));
    if (model.evaluation().kl().isPresent()) {
      figures.add(measuredKl());
      figures.add(negativeElbo());
    }
    List<TermInfo> terms = model.evaluation().terms();
    for (int i = 0; i < terms.size(); i++) {
      if (!isKlItself(terms.get(i))) {
        figures.add(term(terms.get(i), weight(i)));
      }
    }
    figures.add(objective());
    return figures;
  }

  private TermFigure plain(String output, String name) {
    return new TermFigure(
        name,
        OptionalDouble.empty(),
        batched.mean(output),
        OptionalDouble.of(alone.mean(output)),
        OptionalDouble.empty(),
        Term.NATS_PER_EXAMPLE,
        "");
  }

  private TermFigure measuredKl() {
    OptionalDouble weight = OptionalDouble.empty();
    String remark = kind();
    for (int i = 0; i < model.evaluation().terms().size(); i++) {
      TermInfo term = model.evaluation().terms().get(i);
      if (isKlItself(term)) {
        weight = OptionalDouble.of(weight(i));
        remark += loss(term);
      }
    }
    double stated = batched.mean(EvaluationGraph.KL);
    return new TermFigure("kl", weight, stated, kl(0), klError(1), Term.NATS_PER_EXAMPLE, remark);
  }

  /** A stated figure that rests on one sample of each example has an error of its own. */
  private String kind() {
    String kind = model.evaluation().kl().orElseThrow();
    return kl.isPresent() && !kind.equals("closed form")
        ? kind + ": the stated figure is good to +- " + Nats.of(kl.get().errorOfOneSample())
        : kind;
  }

  private OptionalDouble kl(double plus) {
    return kl.isPresent() ? OptionalDouble.of(plus + kl.get().mean()) : OptionalDouble.empty();
  }

  private OptionalDouble klError(double weight) {
    return kl.isPresent()
        ? OptionalDouble.of(Math.abs(weight) * kl.get().standardError())
        : OptionalDouble.empty();
  }

  private TermFigure negativeElbo() {
    double nll = alone.mean(EvaluationGraph.NEGATIVE_LOG_LIKELIHOOD);
    double stated =
        batched.mean(EvaluationGraph.NEGATIVE_LOG_LIKELIHOOD) + batched.mean(EvaluationGraph.KL);
    return new TermFigure(
        "negativeElbo",
        OptionalDouble.empty(),
        stated,
        kl(nll),
        klError(1),
        Term.NATS_PER_EXAMPLE,
        "");
  }

  private TermFigure term(TermInfo term, double weight) {
    String remark = term.bound().holds() ? term.note() : term.bound().reason();
    return new TermFigure(
        term.name(),
        OptionalDouble.of(weight),
        batched.mean(term.output()),
        measured(term.output()),
        isKl(term.output()) ? klError(1) : OptionalDouble.empty(),
        term.unit(),
        remark + loss(term));
  }

  /** What is minimised, if it is not what is reported. */
  private String loss(TermInfo term) {
    double loss = batched.mean(term.loss());
    boolean same = Math.abs(loss - batched.mean(term.output())) <= 1e-9 * (1 + Math.abs(loss));
    return same ? "" : "; the loss is " + Nats.of(loss);
  }

  /** Empty for a figure of a whole batch: an example alone has none. */
  private OptionalDouble measured(String output) {
    if (isKl(output)) {
      return kl(0);
    }
    return batched.whole().contains(output)
        ? OptionalDouble.empty()
        : OptionalDouble.of(alone.mean(output));
  }

  private TermFigure objective() {
    double stated = batched.mean(EvaluationGraph.NEGATIVE_LOG_LIKELIHOOD);
    double measured = alone.mean(EvaluationGraph.NEGATIVE_LOG_LIKELIHOOD);
    double ofKl = 0;
    List<TermInfo> terms = model.evaluation().terms();
    for (int i = 0; i < terms.size(); i++) {
      String loss = terms.get(i).loss();
      stated += weight(i) * batched.mean(loss);
      measured += weight(i) * measured(loss).orElse(Double.NaN);
      ofKl += isKl(loss) ? weight(i) : 0;
    }
    boolean known = !Double.isNaN(measured);
    return new TermFigure(
        "objective",
        OptionalDouble.empty(),
        stated,
        known ? OptionalDouble.of(measured) : OptionalDouble.empty(),
        known && ofKl != 0 ? klError(ofKl) : OptionalDouble.empty(),
        Term.NATS_PER_EXAMPLE,
        "");
  }

  /** The term of which the row of the KL gives the weight. */
  private boolean isKlItself(TermInfo term) {
    return term.name().equals("kl") && isKl(term.output());
  }

  /** Whether the output is the model's KL. */
  private boolean isKl(String output) {
    return model.evaluation().kl().isPresent()
        && !batched.whole().contains(output)
        && Statistics.largestDifference(alone.of(output), alone.of(EvaluationGraph.KL)) < 1e-9;
  }

  private double weight(int term) {
    return model.parts().objective().get(term).weight().at(epoch);
  }
}
