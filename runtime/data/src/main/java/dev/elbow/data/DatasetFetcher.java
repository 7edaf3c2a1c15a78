package dev.elbow.data;

import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Downloads the files of a dataset into the data folder.
 *
 * <p>A file is written under a temporary name, checked against the catalogue's SHA-256 and renamed,
 * so that what has its name is whole. A file that is there and right is kept.
 */
public final class DatasetFetcher {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration STALL = Duration.ofSeconds(60);

  private final Download.Sink sink;
  private final Duration stall;

  public DatasetFetcher() {
    this(Files::newOutputStream, STALL);
  }

  DatasetFetcher(Download.Sink sink, Duration stall) {
    this.sink = sink;
    this.stall = stall;
  }

  /**
   * Sees to it that every file of the dataset is in the folder and right.
   *
   * @param base where the gzipped files are, in place of the catalogue's address
   * @throws InputException if the base is no address of a web server
   * @throws FailureException if there is no network, the server refuses, what came is not what was
   *     expected, or it cannot be written
   */
  public FetchReport fetch(
      Dataset dataset, DataFolder folder, Optional<URI> base, FetchProgress progress) {
    List<Path> kept = new ArrayList<>();
    List<DatasetFile> wanted = new ArrayList<>();
    for (DatasetFile file : dataset.files()) {
      rightOne(folder, dataset, file).ifPresentOrElse(kept::add, () -> wanted.add(file));
    }
    return new FetchReport(
        wanted.isEmpty() ? List.of() : download(dataset, folder, base, wanted, progress), kept);
  }

  private List<Path> download(
      Dataset dataset,
      DataFolder folder,
      Optional<URI> base,
      List<DatasetFile> wanted,
      FetchProgress progress) {
    Path target = folder.of(dataset);
    FetchErrors errors = new FetchErrors(dataset, target);
    Download download = new Download(client(), sink, stall, errors, progress);
    URI source = base.or(dataset::source).orElseThrow();
    return wanted.stream()
        .map(file -> fetch(download, address(source, file), file, target, errors))
        .toList();
  }

  private static Path fetch(
      Download download, URI address, DatasetFile file, Path folder, FetchErrors errors) {
    Path target = folder.resolve(file.packedName());
    Path temporary = temporary(target, errors);
    try {
      download.run(address, file, temporary);
      finish(temporary, target, address, file, errors);
      return target;
    } finally {
      deleteQuietly(temporary);
    }
  }

  private static void finish(
      Path temporary, Path target, URI address, DatasetFile file, FetchErrors errors) {
    try {
      if (!ContentCheck.matches(temporary, file)) {
        throw errors.wrongContent(address, file);
      }
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw errors.unwritable(target, e);
    }
  }

  private static Optional<Path> rightOne(DataFolder folder, Dataset dataset, DatasetFile file) {
    return folder.find(dataset, file).filter(path -> isRight(path, file));
  }

  private static boolean isRight(Path path, DatasetFile file) {
    try {
      return ContentCheck.matches(path, file);
    } catch (IOException e) {
      return false;
    }
  }

  /** A fresh name each time: two fetches at once do not write into one file. */
  private static Path temporary(Path target, FetchErrors errors) {
    try {
      Files.createDirectories(target.getParent());
      String unique = Long.toHexString(ProcessHandle.current().pid() ^ System.nanoTime());
      return target.resolveSibling(target.getFileName() + ".part-" + unique);
    } catch (IOException e) {
      throw errors.unwritable(target, e);
    }
  }

  private static void deleteQuietly(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // The error that led here says more than that a temporary file stays behind.
    }
  }

  private static URI address(URI base, DatasetFile file) {
    String folder = base.toString().endsWith("/") ? base.toString() : base + "/";
    return URI.create(folder + file.packedName());
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NORMAL)
        .connectTimeout(CONNECT)
        .build();
  }
}
