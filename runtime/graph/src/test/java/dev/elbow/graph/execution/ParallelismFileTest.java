package dev.elbow.graph.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParallelismFileTest {
  @TempDir Path folder;

  private ParallelismFile file(String machine) {
    return new ParallelismFile(folder.resolve("cache/steps.properties"), machine);
  }

  @Test
  void whatIsKeptIsFoundByTheNextProcess() {
    assertThat(file("one").find("a")).isEmpty();
    file("one").keep("a", new Parallelism(1, 2));
    file("one").keep("b", new Parallelism(4, 1));
    assertThat(file("one").find("a")).hasValue(new Parallelism(1, 2));
    assertThat(file("one").find("b")).hasValue(new Parallelism(4, 1));
  }

  @Test
  void anotherMachineKnowsNothingOfIt() {
    file("one").keep("a", new Parallelism(1, 2));
    assertThat(file("other").find("a")).isEmpty();
  }

  @Test
  void rubbishIsAsGoodAsNothing() throws Exception {
    file("one").keep("a", new Parallelism(1, 2));
    Path written = folder.resolve("cache/steps.properties");
    Files.writeString(written, Files.readString(written).replace("1 2", "2 2"));
    assertThat(file("one").find("a")).isEmpty();
    Files.write(written, new byte[] {'\\', 'u', 'x', 0, 1});
    assertThat(file("one").find("a")).isEmpty();
  }

  @Test
  void aPlaceThatCannotBeWrittenDoesNoHarm() throws Exception {
    Path taken = Files.writeString(folder.resolve("taken"), "a file, no folder");
    ParallelismFile file = new ParallelismFile(taken.resolve("steps.properties"), "one");
    file.keep("a", new Parallelism(1, 2));
    assertThat(file.find("a")).isEmpty();
  }
}
