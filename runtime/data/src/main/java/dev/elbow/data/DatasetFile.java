package dev.elbow.data;

/**
 * One file of a named dataset.
 *
 * @param name without {@code .gz}
 * @param bytes unpacked
 * @param sha256 of the unpacked bytes, in hex; it holds for any packing of them
 */
public record DatasetFile(String name, long bytes, String sha256) {

  /** The name of the gzipped file. */
  public String packedName() {
    return name + ".gz";
  }
}
