package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.command.PcaFigures.Row;
import dev.elbow.cli.command.PcaSource.Compared;
import dev.elbow.cli.host.Context;
import dev.elbow.data.DataFolder;
import dev.elbow.data.Split;
import dev.elbow.engine.pca.PrincipalComponents;
import dev.elbow.runs.Pictures;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code elbow pca}. */
@CommandLine.Command(
    name = "pca",
    header = "Principal components of a training set, beside an autoencoder.",
    description = {
      "Projects the test set on the first components of the training set and prints the mean"
          + " squared error of what comes back: on the training set no linear autoencoder has a"
          + " smaller one.",
      "Given a run, prints beside it the error of the run's decoded codes."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  elbow pca --dataset fashion-mnist-sample",
      "  elbow pca linear-autoencoder.yaml --components 2,10,20",
      "  elbow pca runs/linear-autoencoder --out pca.png"
    })
final class PcaCommand extends SimpleCommand {
  private static final List<Integer> COMPONENTS = List.of(2, 10, 20);
  private static final int SHOWN = 16;
  private static final int COLUMNS = 8;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|RUN",
      description = "A configuration, for its data; or a run's folder, for its data and its model.")
  private Path place;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      order = 10,
      completionCandidates = DataFetchCommand.DatasetNames.class,
      description = "A named dataset instead: ${COMPLETION-CANDIDATES}.")
  private String dataset;

  @Option(
      names = "--components",
      paramLabel = "N",
      split = ",",
      order = 20,
      description =
          "How many components, with commas; by default 2,10,20, and of a run the size of its"
              + " codes.")
  private List<Integer> components = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      order = 30,
      description = "A picture of test images above what comes back of them, PNG.")
  private Path out;

  @Mixin private BackendArgument backend;
  @Mixin private DataArgument data;

  PcaCommand(Context context) {
    super(context);
  }

  private void check() {
    PcaSource.check(Optional.ofNullable(place), Optional.ofNullable(dataset));
    if (out != null) {
      Outputs.check(out, ".png");
    }
    for (int count : components) {
      if (count < 1 || count > PrincipalComponents.MOST_FEATURES) {
        throw new InputException(
            "CLI-COMPONENTS",
            "expected from 1 to %d components, found %d"
                .formatted(PrincipalComponents.MOST_FEATURES, count),
            "--components",
            "Choose numbers in this range.");
      }
    }
  }

  @Override
  void run() {
    check();
    DataFolder folder = data.folder();
    PcaSource source =
        dataset != null
            ? PcaSource.ofDataset(dataset, folder)
            : PcaSource.ofPlace(place, context(), backend.device(), folder);
    int[] counts = counts(source.model());
    long start = System.nanoTime();
    PrincipalComponents pca =
        PrincipalComponents.of(source.data().train(), counts[counts.length - 1]);
    double seconds = (System.nanoTime() - start) / 1e9;
    PcaFigures figures =
        new PcaFigures(source.data(), rows(source, pca, counts), source.model(), seconds);
    if (out != null) {
      draw(source, pca, counts);
    }
    report(figures, counts);
  }

  /** What was asked for, in order, with the size of the model's codes. */
  private int[] counts(Optional<Compared> model) {
    TreeSet<Integer> counts = new TreeSet<>(components);
    model.ifPresent(compared -> counts.add(compared.latent()));
    if (counts.isEmpty()) {
      counts.addAll(COMPONENTS);
    }
    return counts.stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<Row> rows(PcaSource source, PrincipalComponents pca, int[] counts) {
    Split test = source.data().test();
    double[] errors = pca.meanSquaredErrors(test, counts);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      int count = counts[i];
      Optional<Double> model =
          source
              .model()
              .filter(compared -> compared.latent() == count)
              .map(compared -> compared.reconstructor().meanSquaredError(test));
      rows.add(new Row(count, pca.varianceKept(count), errors[i], model));
    }
    return rows;
  }

  private void draw(PcaSource source, PrincipalComponents pca, int[] counts) {
    Split test = source.data().test();
    int shown = Math.min(SHOWN, test.size());
    float[] originals = test.batch(IntStream.range(0, shown).toArray(), 0).pixels();
    List<float[]> views = new ArrayList<>(List.of(originals));
    for (int count : counts) {
      views.add(pca.reconstruct(originals, count));
    }
    source.model().ifPresent(m -> views.add(m.reconstructor().reconstruct(test, shown)));
    float[][] rows = views.toArray(new float[0][]);
    Pictures.write(Pictures.stacks(shown, test.shape(), COLUMNS, rows), out);
  }

  private void report(PcaFigures figures, int[] counts) {
    if (console().json()) {
      ObjectNode json = figures.json();
      if (out != null) {
        json.put("out", out.toAbsolutePath().normalize().toString());
      }
      console().document(json);
      return;
    }
    figures.print(console());
    if (out != null) {
      String list =
          IntStream.of(counts).mapToObj(Integer::toString).collect(Collectors.joining(", "));
      String model = figures.model().map(m -> ", then " + m.name()).orElse("");
      console()
          .text()
          .printf(
              "%ntest images above what comes back of %s components%s, in %s%n",
              list, model, console().show(out));
    }
  }
}
