package dev.elbow.cli.doctor;

import dev.elbow.data.DataFolder;
import dev.elbow.data.Dataset;
import dev.elbow.data.Datasets;
import java.util.List;
import java.util.stream.Collectors;

/** The data folder and what is in it. */
record DataCheck(DataFolder folder, String command) implements Check {

  @Override
  public String topic() {
    return "data";
  }

  @Override
  public List<Finding> look() {
    String here =
        Datasets.all().stream()
            .filter(folder::has)
            .map(Dataset::name)
            .collect(Collectors.joining(", "));
    String missing =
        Datasets.all().stream()
            .filter(dataset -> !folder.has(dataset))
            .map(Dataset::name)
            .collect(Collectors.joining(", "));
    String rest = missing.isEmpty() ? "" : "; `" + command + " data fetch NAME` gets " + missing;
    return List.of(Finding.ok("data", folder.path() + ": " + here + rest));
  }
}
