package dev.elbow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.factory.Nd4j;
import org.osgi.framework.Version;

class SystemPackagesTest {

  @Test
  void everyListedNd4jPackageHasClasses() throws IOException {
    Set<String> present = new HashSet<>();
    for (Class<?> type : List.of(Nd4j.class, Pair.class)) {
      try (JarFile jar = new JarFile(Installation.locationOf(type).toFile())) {
        jar.stream()
            .map(entry -> entry.getName())
            .filter(name -> name.endsWith(".class"))
            .forEach(name -> present.add(name.replaceFirst("/[^/]*$", "").replace('/', '.')));
      }
    }
    List<String> listed = SystemPackages.read().nd4j();
    assertThat(listed).doesNotHaveDuplicates().isNotEmpty();
    List<String> absent = new ArrayList<>(listed);
    absent.removeAll(present);
    assertThat(absent).isEmpty();
  }

  @Test
  void theApiVersionIsReadFromThePackage() {
    assertThat(ApiVersion.current()).isBetween(new Version("1.0.0"), new Version("1.99.0"));
  }

  @Test
  void aPluginForAVersionRunsUpToTheNextMajorOne() {
    var range = ApiVersion.compatibleWith(new Version("1.2.5"));
    assertThat(range.includes(new Version("1.2.0"))).isTrue();
    assertThat(range.includes(new Version("1.9.0"))).isTrue();
    assertThat(range.includes(new Version("1.1.9"))).isFalse();
    assertThat(range.includes(new Version("2.0.0"))).isFalse();
  }

  @Test
  void aVersionIsWrittenAsShortAsItSaysSomething() {
    assertThat(ApiVersion.text(new Version("1.0.0"))).isEqualTo("1.0");
    assertThat(ApiVersion.text(new Version("1.2.3"))).isEqualTo("1.2.3");
  }
}
