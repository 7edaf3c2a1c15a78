package dev.elbow.engine.metrics;

import dev.elbow.runs.Figure;
import dev.elbow.spi.ElbowException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What metrics say of a model.
 *
 * @param figures by name, in the order they were measured
 * @param refused the metrics that this model or its data cannot be asked, with the error
 */
public record MetricReport(Map<String, Figure> figures, Map<String, ElbowException> refused) {
  public MetricReport {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
  }
}
