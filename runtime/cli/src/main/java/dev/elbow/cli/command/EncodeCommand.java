package dev.elbow.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.elbow.cli.host.Context;
import dev.elbow.data.Split;
import dev.elbow.engine.experiment.OpenRun;
import dev.elbow.runs.Npy;
import dev.elbow.runs.Tensor;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code elbow encode}. */
@CommandLine.Command(
    name = "encode",
    header = "Write the codes z of examples, for NumPy.",
    description =
        "Writes a float32 array [examples, latent] of the posterior's deterministic codes, in the"
            + " order of the data.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  elbow encode runs/rho",
      "  elbow encode runs/rho --data mnist --split train --out mnist.npy",
      "  elbow encode runs/rho --data images-idx3-ubyte.gz --out z.npy"
    })
final class EncodeCommand extends RunCommand {
  @Option(
      names = "--data",
      paramLabel = "NAME|FILE",
      order = 10,
      description = "A named dataset, or an IDX file of images; by default the run's own data.")
  private String data;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      order = 11,
      completionCandidates = EncodingData.SplitNames.class,
      description = "Of a dataset: train, validation or test; by default test.")
  private String split;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      order = 20,
      defaultValue = "z.npy",
      description = "The array, npy; by default ${DEFAULT-VALUE}.")
  private Path out;

  EncodeCommand(Context context) {
    super(context);
  }

  @Override
  void check() {
    Outputs.check(out, ".npy");
    EncodingData.checkSplit(Optional.ofNullable(split), Optional.ofNullable(data));
  }

  @Override
  void run(OpenRun run, Trained trained) {
    Split examples =
        new EncodingData(run, trained.data())
            .open(Optional.ofNullable(data), Optional.ofNullable(split));
    Tensor codes = trained.engine().generator().encode(run.model(), examples, examples.size());
    Npy.write(out, codes);
    if (console().json()) {
      ObjectNode json = RunJson.of(run.folder().path(), out);
      console().document(json.put("count", codes.shape()[0]).put("latent", codes.shape()[1]));
    } else {
      console()
          .text()
          .printf(
              "%d codes of size %d in %s%n",
              codes.shape()[0], codes.shape()[1], console().show(out));
    }
  }
}
