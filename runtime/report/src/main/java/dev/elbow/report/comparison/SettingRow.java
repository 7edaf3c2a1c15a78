package dev.elbow.report.comparison;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A key of the configuration in which runs differ.
 *
 * @param key such as {@code model.posterior.type}
 * @param values of the runs, in their order; empty where a run lacks the key
 */
public record SettingRow(String key, List<Optional<String>> values) {

  public SettingRow {
    Objects.requireNonNull(key);
    values = List.copyOf(values);
  }
}
