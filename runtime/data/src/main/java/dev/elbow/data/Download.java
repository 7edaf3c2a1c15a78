package dev.elbow.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** One file from a server to the disk, unchecked. */
record Download(
    HttpClient client, Sink sink, Duration stall, FetchErrors errors, FetchProgress progress) {
  private static final int BUFFER = 1 << 16;
  private static final int OK = 200;

  /** Gzip makes what it cannot compress larger by less than this. */
  private static final long PACKING_SLACK = 1 << 20;

  /** Opens a file for writing. */
  interface Sink {
    OutputStream open(Path path) throws IOException;
  }

  void run(URI address, DatasetFile file, Path target) {
    HttpResponse<InputStream> response = request(address);
    try (InputStream in = response.body()) {
      if (response.statusCode() != OK) {
        throw errors.status(address, response.statusCode());
      }
      long total = response.headers().firstValueAsLong("Content-Length").orElse(-1);
      copy(in, address, file, target, total);
    } catch (IOException e) {
      throw errors.interruptedDownload(address, 0, e);
    }
  }

  private HttpResponse<InputStream> request(URI address) {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(stall).GET().build();
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IllegalArgumentException e) {
      throw errors.noAddress(address, e);
    } catch (IOException e) {
      throw errors.unreachable(address, e);
    } catch (InterruptedException e) {
      throw errors.interrupted(address, e);
    }
  }

  private void copy(InputStream in, URI address, DatasetFile file, Path target, long total) {
    try (OutputStream out = sink.open(target);
        StallGuard guard = new StallGuard(in, stall)) {
      byte[] buffer = new byte[BUFFER];
      long bytes = 0;
      int read;
      while ((read = read(in, buffer, guard, address, bytes)) > 0) {
        out.write(buffer, 0, read);
        bytes += read;
        if (bytes > file.bytes() + PACKING_SLACK) {
          throw errors.wrongContent(address, file);
        }
        progress.report(file.packedName(), bytes, total);
      }
    } catch (IOException e) {
      throw errors.unwritable(target, e);
    }
  }

  /** Reads some bytes; -1 at the end. */
  private int read(InputStream in, byte[] buffer, StallGuard guard, URI address, long before) {
    IOException failure = null;
    int read = -1;
    try {
      read = in.read(buffer);
    } catch (IOException e) {
      failure = e;
    }
    if (guard.stalled()) {
      throw errors.stalled(address, before, stall.toSeconds());
    }
    if (failure != null) {
      throw errors.interruptedDownload(address, before, failure);
    }
    guard.progress();
    return read;
  }
}
