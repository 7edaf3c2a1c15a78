package dev.elbow.data;

import dev.elbow.spi.InputException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A named dataset.
 *
 * @param description one line for a listing
 * @param license its short name
 * @param source the address under which the gzipped files are; empty if they are in the jar
 * @param files what has to be in the data folder: training images, training labels, test images,
 *     test labels; empty if they are in the jar
 */
public record Dataset(
    String name,
    String description,
    String license,
    Optional<URI> source,
    List<DatasetFile> files) {
  static final List<String> FILE_NAMES =
      List.of(
          "train-images-idx3-ubyte",
          "train-labels-idx1-ubyte",
          "t10k-images-idx3-ubyte",
          "t10k-labels-idx1-ubyte");

  public Dataset {
    files = List.copyOf(files);
  }

  /** Whether the files are in the jar and nothing has to be fetched. */
  public boolean embedded() {
    return source.isEmpty();
  }

  Images train(DataFolder folder) {
    return read(folder, 0);
  }

  Images test(DataFolder folder) {
    return read(folder, 2);
  }

  private Images read(DataFolder folder, int images) {
    if (!embedded()) {
      requireFiles(folder);
    }
    return IdxFile.read(source(folder, images), Optional.of(source(folder, images + 1)));
  }

  private IdxSource source(DataFolder folder, int index) {
    return embedded()
        ? IdxSource.resource(name + "/" + FILE_NAMES.get(index) + ".gz")
        : IdxSource.file(folder.find(this, files.get(index)).orElseThrow());
  }

  private void requireFiles(DataFolder folder) {
    List<String> missing = folder.missing(this);
    if (!missing.isEmpty()) {
      throw new InputException(
          "DATA-NOT-FETCHED",
          "dataset " + name + " is not in the data folder: no " + String.join(", ", missing),
          folder.of(this).toString(),
          "Run `elbow data fetch "
              + name
              + "`, or put the files there by hand; --data-dir or "
              + DataFolder.VARIABLE
              + " names another data folder, and "
              + Datasets.SAMPLE
              + " needs no files.");
    }
  }
}
