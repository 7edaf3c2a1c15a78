package dev.elbow.engine.metrics;

import dev.elbow.data.DataSplits;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.runs.Figure;
import dev.elbow.spi.Classifier;
import dev.elbow.spi.ElbowException;
import dev.elbow.spi.FailureException;
import dev.elbow.spi.Measurement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks a model, one metric after the other; one that fails leaves the others alone. */
public final class MetricRunner {
  private final List<NamedMetric> metrics;
  private final Supplier<Classifier> classifier;
  private final Consumer<String> progress;

  /**
   * @param classifier of the data, asked for by metrics that want it
   * @param progress hears the name of each metric before it is asked
   */
  public MetricRunner(
      List<NamedMetric> metrics, Supplier<Classifier> classifier, Consumer<String> progress) {
    this.metrics = List.copyOf(metrics);
    this.classifier = classifier;
    this.progress = progress;
  }

  /** Measures. */
  public MetricReport run(ModelGraphs model, DataSplits data, Moment moment) {
    MeasuredModel asked = new MeasuredModel(model, data, moment, classifier);
    Map<String, Figure> figures = new LinkedHashMap<>();
    Map<String, ElbowException> refused = new LinkedHashMap<>();
    for (NamedMetric metric : metrics) {
      progress.accept(metric.name());
      try {
        for (Measurement measured : metric.metric().measure(asked)) {
          figures.put(measured.name(), Figure.of(measured));
        }
      } catch (ElbowException e) {
        refused.put(metric.name(), e);
      } catch (RuntimeException | LinkageError e) {
        refused.put(metric.name(), failure(metric, e));
      }
    }
    return new MetricReport(figures, refused);
  }

  private static FailureException failure(NamedMetric metric, Throwable cause) {
    return new FailureException(
        "METRIC-FAILED",
        "the metric %s failed: %s".formatted(metric.name(), cause),
        metric.metric().getClass().getName(),
        "This is a defect of the plugin; report it to its author. The other metrics are measured.",
        cause);
  }
}
