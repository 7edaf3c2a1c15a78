package dev.elbow.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.elbow.spi.FailureException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DatasetFetcherTest {
  private static final byte[] IMAGES = Idx.images(4, 2, 2);
  private static final byte[] LABELS = Idx.labels(4);

  @TempDir Path path;
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch released = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stopServer() {
    released.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void whatIsFetchedIsWholeUnderItsNameAndNothingElseIsLeft() throws IOException {
    serve("/a.gz", 200, Idx.gzip(IMAGES));
    serve("/b.gz", 200, Idx.gzip(LABELS));
    FetchReport report = fetch();
    assertThat(report.downloaded()).containsExactly(file("a.gz"), file("b.gz"));
    assertThat(report.kept()).isEmpty();
    assertThat(files()).containsExactlyInAnyOrder("a.gz", "b.gz");
    assertThat(Files.readAllBytes(file("a.gz"))).isEqualTo(Idx.gzip(IMAGES));
  }

  @Test
  void progressNamesTheFileTheBytesAndTheTotal() {
    serve("/a.gz", 200, Idx.gzip(IMAGES));
    serve("/b.gz", 200, Idx.gzip(LABELS));
    List<String> seen = new ArrayList<>();
    new DatasetFetcher()
        .fetch(
            dataset(),
            new DataFolder(path),
            Optional.empty(),
            (file, bytes, total) -> seen.add(file + " " + bytes + "/" + total));
    int length = Idx.gzip(IMAGES).length;
    assertThat(seen).contains("a.gz " + length + "/" + length);
  }

  @Test
  void filesThatAreRightAreKeptInAnyPacking() {
    Idx.write(file("a"), IMAGES);
    Idx.write(file("b.gz"), Idx.gzip(LABELS));
    FetchReport report = fetch();
    assertThat(report.kept()).containsExactly(file("a"), file("b.gz"));
    assertThat(requests).hasValue(0);
  }

  @Test
  void filesThatAreWrongAreReplaced() throws IOException {
    Idx.write(file("a.gz"), "cut off".getBytes());
    Idx.write(file("b.gz"), java.util.Arrays.copyOf(Idx.gzip(LABELS), 15));
    serve("/a.gz", 200, Idx.gzip(IMAGES));
    serve("/b.gz", 200, Idx.gzip(LABELS));
    assertThat(fetch().downloaded()).hasSize(2);
    assertThat(Files.readAllBytes(file("b.gz"))).isEqualTo(Idx.gzip(LABELS));
  }

  @Test
  void anotherAddressTakesThePlaceOfTheCataloguesWithOrWithoutSlash() {
    serve("/mirror/a.gz", 200, Idx.gzip(IMAGES));
    serve("/mirror/b.gz", 200, Idx.gzip(LABELS));
    assertThat(fetch(Optional.of(address("/mirror"))).downloaded()).hasSize(2);
  }

  @Test
  void redirectsAreFollowed() {
    server.createContext("/a.gz", exchange -> redirect(exchange, "/elsewhere"));
    serve("/elsewhere", 200, Idx.gzip(IMAGES));
    serve("/b.gz", 200, Idx.gzip(LABELS));
    assertThat(fetch().downloaded()).hasSize(2);
  }

  @Test
  void theEmbeddedDatasetNeedsNoNetwork() {
    Dataset sample = Datasets.find("fashion-mnist-sample");
    FetchReport report =
        new DatasetFetcher()
            .fetch(sample, new DataFolder(path), Optional.empty(), (f, bytes, total) -> {});
    assertThat(report.downloaded()).isEmpty();
  }

  @Test
  void aWrongContentIsRemovedAndReported() {
    serve("/a.gz", 200, Idx.gzip(LABELS));
    FailureException error = Errors.failure("FETCH-CHECKSUM", this::fetch);
    assertThat(error.problem()).contains("32 bytes with SHA-256 " + sha256(IMAGES));
    assertThat(error.place()).isEqualTo(address("/a.gz").toString());
    assertThat(files()).isEmpty();
  }

  @Test
  void aPageInPlaceOfTheFileIsAWrongContent() {
    serve("/a.gz", 200, "<html>Sign in to this network</html>".getBytes());
    Errors.failure("FETCH-CHECKSUM", this::fetch);
    assertThat(files()).isEmpty();
  }

  @Test
  void moreThanTheFileCouldBeIsNotDownloadedToItsEnd() {
    serve("/a.gz", 200, new byte[3 << 20]);
    Errors.failure("FETCH-CHECKSUM", this::fetch);
    assertThat(files()).isEmpty();
  }

  @Test
  void aStatusOtherThan200IsReported() {
    serve("/a.gz", 403, new byte[0]);
    FailureException error = Errors.failure("FETCH-STATUS", this::fetch);
    assertThat(error.problem()).contains("403");
    assertThat(files()).isEmpty();
  }

  @Test
  void withoutANetworkTheErrorSaysWhereToPutTheFilesByHand() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + closed + "/");
    FailureException error = Errors.failure("FETCH-NETWORK", () -> fetch(Optional.of(nobody)));
    assertThat(error.fix()).contains("a.gz, b.gz into " + path.resolve("tiny") + " by hand");
    assertThat(files()).isEmpty();
  }

  @Test
  void anAddressThatIsNoWebServersIsRefused() {
    Errors.input("FETCH-ADDRESS", () -> fetch(Optional.of(URI.create("ftp://host/"))));
    Errors.input("FETCH-ADDRESS", () -> fetch(Optional.of(URI.create("mirror"))));
  }

  @Test
  void aDownloadThatBreaksOffIsReportedAndRemoved() {
    server.createContext(
        "/a.gz",
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write(new byte[10]);
          exchange.getResponseBody().flush();
          exchange.close();
        });
    assertThat(Errors.failure("FETCH-NETWORK", this::fetch).problem()).contains("broke off");
    assertThat(files()).isEmpty();
  }

  @Test
  void aDownloadThatStallsIsGivenUp() {
    server.createContext(
        "/a.gz",
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write(new byte[10]);
          exchange.getResponseBody().flush();
          awaitRelease();
        });
    DatasetFetcher impatient = new DatasetFetcher(Files::newOutputStream, Duration.ofMillis(300));
    FailureException error = Errors.failure("FETCH-NETWORK", () -> fetch(impatient));
    assertThat(error.problem()).contains("nothing came", "after 10 bytes");
    assertThat(files()).isEmpty();
  }

  @Test
  void aFullDiskIsReportedAsSuch() {
    serve("/a.gz", 200, Idx.gzip(IMAGES));
    DatasetFetcher full = new DatasetFetcher(FullDisk::open, Duration.ofSeconds(10));
    FailureException error = Errors.failure("FETCH-WRITE", () -> fetch(full));
    assertThat(error.problem()).contains("No space left on device");
    assertThat(error.fix()).contains("free space", "--data-dir");
    assertThat(files()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeMadeIsReported() {
    Idx.write(path.resolve("tiny"), new byte[0]);
    Errors.failure("FETCH-WRITE", this::fetch);
  }

  private FetchReport fetch() {
    return fetch(Optional.empty());
  }

  private FetchReport fetch(Optional<URI> base) {
    return new DatasetFetcher()
        .fetch(dataset(), new DataFolder(path), base, (file, bytes, total) -> {});
  }

  private FetchReport fetch(DatasetFetcher fetcher) {
    return fetcher.fetch(
        dataset(), new DataFolder(path), Optional.empty(), (file, bytes, total) -> {});
  }

  private Dataset dataset() {
    return new Dataset(
        "tiny",
        "",
        "",
        Optional.of(address("/")),
        List.of(
            new DatasetFile("a", IMAGES.length, sha256(IMAGES)),
            new DatasetFile("b", LABELS.length, sha256(LABELS))));
  }

  private URI address(String at) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + at);
  }

  private void serve(String at, int status, byte[] content) {
    HttpHandler handler =
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(content);
          }
        };
    server.createContext(at, handler);
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void awaitRelease() {
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Path file(String name) {
    return path.resolve("tiny").resolve(name);
  }

  private List<String> files() {
    if (!Files.exists(path.resolve("tiny"))) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(path.resolve("tiny"))) {
      return found.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String sha256(byte[] content) {
    Sha256 digest = new Sha256();
    digest.bytes(content, 0, content.length);
    return digest.hex();
  }

  /** Makes the file and then has no room for a byte of it. */
  private static final class FullDisk extends OutputStream {
    static OutputStream open(Path path) throws IOException {
      Files.createFile(path);
      return new FullDisk();
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }
}
