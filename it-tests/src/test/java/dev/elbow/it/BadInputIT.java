package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data, folders and devices that are not what they should be. */
class BadInputIT {
  private static final String FILES =
      Configuration.TINY.replace(
          "data: {dataset: fashion-mnist-sample, limit: 256, binarize: threshold}",
          "data: {images: images.idx, labels: labels.idx}");

  @TempDir Path folder;

  @BeforeEach
  void writeData() throws IOException {
    Configuration.writeTiny(folder);
    Configuration.write(folder, "files.yaml", FILES);
    Files.write(folder.resolve("good.idx"), Idx.images(20));
    Files.write(folder.resolve("labels.idx"), Idx.labels(20));
    Files.write(folder.resolve("truncated.idx"), Arrays.copyOf(Idx.images(20), 200));
    Files.writeString(folder.resolve("text.idx"), "Ceci n'est pas une image.\n");
    Files.write(folder.resolve("more.idx"), Idx.images(21));
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "absent.idx,    DATA-FILE-MISSING,   found nothing",
    "truncated.idx, DATA-TRUNCATED,      'expected 336 bytes, found 200'",
    "text.idx,      DATA-NOT-IDX,        not an IDX file",
    "more.idx,      DATA-COUNT-MISMATCH, 'found 20'",
  })
  void dataThatCannotBeUsedIsRefused(String file, String id, String problem) throws IOException {
    Map<String, Integer> before = Trained.contents(folder);

    Result result =
        Elbow.in(folder)
            .run("train", "files.yaml", "--set", "data.images=" + file, "--out", "run")
            .exits(2);

    assertThat(result.err()).contains(id, problem, id.contains("COUNT") ? "labels.idx" : file);
    assertThat(Trained.contents(folder)).isEqualTo(before);
  }

  @Test
  void cudaWithoutCudaSaysWhatIsMissing() throws IOException {
    Result result =
        Elbow.in(folder).run("train", "tiny.yaml", "--backend", "cuda", "--out", "run").exits(2);

    assertThat(result.err()).contains("BACKEND-NO-CUDA", "nd4j-cuda-11.6", "auto or cpu");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void anOutputFolderThatHoldsSomethingIsLeftAlone() throws IOException {
    Files.createDirectory(folder.resolve("run"));
    Files.writeString(folder.resolve("run").resolve("thesis.tex"), "precious");

    Result result = Elbow.in(folder).run("train", "tiny.yaml", "--out", "run").exits(2);

    assertThat(result.err()).contains("RUN-OUT-NOT-EMPTY", "elbow resume");
    assertThat(Trained.contents(folder.resolve("run"))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "absent, nothing of that name",
    "good.idx, a file",
    "., a folder without config.yaml"
  })
  void aFolderThatIsNoRunIsRefused(String run, String found) throws IOException {
    Result result = Elbow.in(folder).run("evaluate", run).exits(2);

    assertThat(result.err()).contains("RUN-NOT-A-RUN", found);
  }
}
