package dev.elbow.data;

import java.nio.file.Path;
import java.util.List;

/**
 * What a fetch did.
 *
 * @param downloaded files that are new or were replaced because they were wrong
 * @param kept files that were there and right
 */
public record FetchReport(List<Path> downloaded, List<Path> kept) {
  public FetchReport {
    downloaded = List.copyOf(downloaded);
    kept = List.copyOf(kept);
  }
}
