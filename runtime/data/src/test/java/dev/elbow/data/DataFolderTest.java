package dev.elbow.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  private static final Map<String, String> VARIABLE = Map.of("ELBOW_DATA", "from-variable");

  @Test
  void theArgumentComesFirstThenTheVariableThenTheCache() {
    Optional<Path> argument = Optional.of(Path.of("from-argument"));
    assertThat(DataFolder.resolve(argument, VARIABLE, "home").path())
        .isEqualTo(Path.of("from-argument"));
    assertThat(DataFolder.resolve(Optional.empty(), VARIABLE, "home").path())
        .isEqualTo(Path.of("from-variable"));
    assertThat(DataFolder.resolve(Optional.empty(), Map.of(), "home").path())
        .isEqualTo(Path.of("home", ".cache", "elbow"));
  }

  @Test
  void anEmptyVariableCountsAsNone() {
    assertThat(DataFolder.resolve(Optional.empty(), Map.of("ELBOW_DATA", ""), "home").path())
        .isEqualTo(Path.of("home", ".cache", "elbow"));
  }

  @Test
  void findsPackedAndUnpackedFiles(@TempDir Path path) {
    DataFolder folder = new DataFolder(path);
    Dataset mnist = Datasets.find("mnist");
    assertThat(folder.has(mnist)).isFalse();
    Idx.write(path.resolve("mnist/train-images-idx3-ubyte.gz"), new byte[1]);
    Idx.write(path.resolve("mnist/train-labels-idx1-ubyte"), new byte[1]);
    assertThat(folder.missing(mnist))
        .containsExactly("t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz");
    Idx.write(path.resolve("mnist/t10k-images-idx3-ubyte.gz"), new byte[1]);
    Idx.write(path.resolve("mnist/t10k-labels-idx1-ubyte.gz"), new byte[1]);
    assertThat(folder.has(mnist)).isTrue();
  }

  @Test
  void theEmbeddedDatasetIsInAnyFolder(@TempDir Path path) {
    assertThat(new DataFolder(path).has(Datasets.find("fashion-mnist-sample"))).isTrue();
  }
}
