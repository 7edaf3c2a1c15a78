package dev.elbow.data;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** What can go wrong with a download, each with the way out: to put the files there by hand. */
final class FetchErrors {
  private final Dataset dataset;
  private final Path folder;

  FetchErrors(Dataset dataset, Path folder) {
    this.dataset = dataset;
    this.folder = folder;
  }

  InputException noAddress(URI address, IllegalArgumentException cause) {
    return new InputException(
        "FETCH-ADDRESS",
        "expected the address of a web server, found " + address,
        "",
        "Give an address that starts with http:// or https://. " + byHand(),
        cause);
  }

  FailureException unreachable(URI address, IOException cause) {
    return new FailureException(
        "FETCH-NETWORK",
        "no answer: " + cause,
        address.toString(),
        "Check the network, or a proxy (-Dhttps.proxyHost=HOST -Dhttp.proxyHost=HOST). " + byHand(),
        cause);
  }

  FailureException interruptedDownload(URI address, long bytes, IOException cause) {
    return new FailureException(
        "FETCH-NETWORK",
        "the download broke off after " + bytes + " bytes: " + cause,
        address.toString(),
        "Try again. " + byHand(),
        cause);
  }

  FailureException stalled(URI address, long bytes, long seconds) {
    return new FailureException(
        "FETCH-NETWORK",
        "nothing came for " + seconds + " s after " + bytes + " bytes",
        address.toString(),
        "Try again. " + byHand());
  }

  FailureException status(URI address, int status) {
    return new FailureException(
        "FETCH-STATUS",
        "expected HTTP status 200, found " + status,
        address.toString(),
        "Check the address, or give another with --from. " + byHand());
  }

  FailureException wrongContent(URI address, DatasetFile file) {
    return new FailureException(
        "FETCH-CHECKSUM",
        "expected "
            + file.bytes()
            + " bytes with SHA-256 "
            + file.sha256()
            + " (unpacked), received something else; it was removed",
        address.toString(),
        "Try again, or from another address with --from. " + byHand());
  }

  FailureException unwritable(Path path, IOException cause) {
    return new FailureException(
        "FETCH-WRITE",
        "the file cannot be written: " + cause,
        path.toString(),
        "Check the folder's permissions and the free space, or name another folder with --data-dir"
            + " or "
            + DataFolder.VARIABLE
            + ".",
        cause);
  }

  FailureException interrupted(URI address, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new FailureException(
        "FETCH-INTERRUPTED",
        "the download was interrupted",
        address.toString(),
        "Run `elbow data fetch " + dataset.name() + "` again.",
        cause);
  }

  private String byHand() {
    return "Or put "
        + String.join(", ", dataset.files().stream().map(DatasetFile::packedName).toList())
        + " into "
        + folder
        + " by hand.";
  }
}
