package dev.elbow.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateTest {
  private static final String PLAIN = "nd4j-native-1.0.0-M2.1-linux-x86_64.jar";
  private static final String ONEDNN = "nd4j-native-1.0.0-M2.1-linux-x86_64-onednn.jar";

  @TempDir Path backend;

  private void jars(String... names) throws IOException {
    for (String name : names) {
      Path jar = backend.resolve(name);
      Files.createDirectories(jar.getParent());
      Files.createFile(jar);
    }
  }

  private static List<String> names(Candidate candidate) {
    return candidate.jars().stream().map(jar -> jar.getFileName().toString()).toList();
  }

  @Test
  void theNativesAreToldFromTheJarsThatGoWithThem() throws IOException {
    jars(ONEDNN, "nd4j-native-1.0.0-M2.1.jar", "nd4j-native-preset-1.0.0-M2.1-linux-x86_64.jar");

    assertThat(Natives.find(backend))
        .containsExactly(new Natives("linux-x86_64-onednn", backend.resolve(ONEDNN), true));
  }

  @Test
  void eachOfTheAlternativesIsACandidateWithTheSharedJarsAndNoOtherNatives() throws IOException {
    jars(ONEDNN, "openblas-0.3.19.jar", "alternatives/" + PLAIN);

    List<Candidate> found = Candidate.find(backend);

    assertThat(found)
        .extracting(Candidate::label)
        .containsExactly("linux-x86_64-onednn, OpenBLAS", "linux-x86_64, OpenBLAS");
    assertThat(found).extracting(Candidate::used).containsExactly(true, false);
    assertThat(names(found.get(1))).containsExactly("openblas-0.3.19.jar", PLAIN);
  }

  @Test
  void mklInTheFolderIsInUseAndOpenBlasIsStillACandidate() throws IOException {
    jars(ONEDNN, "mkl-2022.0-1.5.7.jar", "mkl-2022.0-1.5.7-linux-x86_64-redist.jar");

    List<Candidate> found = Candidate.find(backend);

    assertThat(found)
        .extracting(Candidate::label)
        .containsExactly("linux-x86_64-onednn, OpenBLAS", "linux-x86_64-onednn, MKL");
    assertThat(found).extracting(Candidate::used).containsExactly(false, true);
    assertThat(names(found.get(0))).noneMatch(name -> name.startsWith("mkl"));
    assertThat(names(found.get(1))).contains("mkl-2022.0-1.5.7.jar");
  }

  @Test
  void mklAmongTheAlternativesIsNotInUse() throws IOException {
    jars(ONEDNN, "alternatives/mkl-2022.0-1.5.7.jar");

    assertThat(Candidate.find(backend)).extracting(Candidate::used).containsExactly(true, false);
  }

  @Test
  void aFolderWithoutNativesHasNoCandidates() throws IOException {
    jars("openblas-0.3.19.jar");

    assertThat(Candidate.find(backend)).isEmpty();
    assertThat(Candidate.find(backend.resolve("missing"))).isEmpty();
  }
}
