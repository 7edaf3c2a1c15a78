package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code elbow data fetch} against a server of this machine. */
class DataFetchIT {
  @TempDir Path folder;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void serveTheWrongThing() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void contentOfAnotherDigestIsRefusedAndRemoved() throws IOException {
    Result result = fetch(address()).exits(1);

    assertThat(result.err()).contains("FETCH-CHECKSUM", "SHA-256", "/files/");
    assertThat(asked).isNotEmpty().allMatch(path -> path.matches("/files/[a-z0-9-]+\\.gz"));
    assertThat(filesBelow(folder.resolve("data"))).isEmpty();
  }

  @Test
  void withoutAServerTheErrorSaysWhereToPutTheFiles() throws IOException {
    String address = address();
    server.stop(0);

    Result result = fetch(address).exits(1);

    assertThat(result.err())
        .contains("FETCH-NETWORK", "train-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz")
        .contains(folder.resolve("data").resolve("mnist") + " by hand");
  }

  @Test
  void aDatasetThatIsNotThereNamesTheCommandThatFetchesIt() throws IOException {
    Configuration.writeTiny(folder);

    Result result =
        Elbow.in(folder).run("train", "tiny.yaml", "--set", "data.dataset=mnist").exits(2);

    assertThat(result.err()).contains("elbow data fetch mnist");
    assertThat(folder.resolve("runs")).doesNotExist();
  }

  private Result fetch(String address) throws IOException {
    return Elbow.in(folder)
        .with("no_proxy", "127.0.0.1")
        .run("data", "fetch", "mnist", "--from", address);
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/files/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().getPath());
    byte[] body = Idx.images(1);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static List<String> filesBelow(Path folder) throws IOException {
    return Files.exists(folder)
        ? Trained.contents(folder).keySet().stream().filter(name -> name.contains("idx")).toList()
        : List.of();
  }
}
