package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.host.Context;
import dev.elbow.data.DataFolder;
import dev.elbow.data.Dataset;
import dev.elbow.data.DatasetFetcher;
import dev.elbow.data.Datasets;
import dev.elbow.data.FetchReport;
import dev.elbow.spi.InputException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code elbow data fetch}. */
@CommandLine.Command(
    name = "fetch",
    header = "Download a dataset, and check it.",
    description = "Every file is checked against its SHA-256; one that is here and right is kept.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  elbow data fetch fashion-mnist",
      "  elbow data fetch mnist --from https://mirror.example/mnist/ --data-dir /data"
    })
final class DataFetchCommand extends SimpleCommand {
  @Parameters(
      paramLabel = "NAME",
      completionCandidates = DatasetNames.class,
      description = "The dataset: ${COMPLETION-CANDIDATES}.")
  private String name;

  @Option(
      names = "--from",
      paramLabel = "URL",
      order = 10,
      description = "Where the gzipped files are, instead of the dataset's own address.")
  private String from;

  @Mixin private DataArgument data;

  DataFetchCommand(Context context) {
    super(context);
  }

  /** What shells complete. */
  static final class DatasetNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Datasets.names().iterator();
    }
  }

  @Override
  void run() {
    Dataset dataset = Datasets.find(name);
    DataFolder folder = data.folder();
    FetchBar bar = new FetchBar(console());
    FetchReport report;
    try {
      report =
          new DatasetFetcher()
              .fetch(
                  dataset, folder, Optional.ofNullable(from).map(DataFetchCommand::address), bar);
    } finally {
      bar.close();
    }
    if (console().json()) {
      console().document(json(dataset, folder, report));
    } else if (dataset.embedded()) {
      console().text().println(dataset.name() + " comes with Elbow, there is nothing to fetch.");
    } else {
      print(dataset, folder, report);
    }
  }

  private void print(Dataset dataset, DataFolder folder, FetchReport report) {
    console()
        .text()
        .printf(
            "%s is in %s: %d files fetched, %d were there.%n",
            dataset.name(),
            console().show(folder.of(dataset)),
            report.downloaded().size(),
            report.kept().size());
  }

  private static URI address(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "CLI-URL",
          "expected an address, found " + url,
          "--from",
          "Write for example --from https://mirror.example/mnist/.",
          e);
    }
  }

  private static ObjectNode json(Dataset dataset, DataFolder folder, FetchReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("dataset", dataset.name());
    json.put("folder", folder.of(dataset).toAbsolutePath().toString());
    put(json.putArray("downloaded"), report.downloaded());
    put(json.putArray("kept"), report.kept());
    return json;
  }

  private static void put(ArrayNode array, List<Path> files) {
    files.forEach(file -> array.add(file.toAbsolutePath().toString()));
  }
}
