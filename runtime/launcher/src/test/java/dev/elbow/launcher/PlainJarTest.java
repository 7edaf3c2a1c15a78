package dev.elbow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Version;

class PlainJarTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1.0.0",
    "1.2, 1.2.0",
    "1.2.3, 1.2.3",
    "1.2-SNAPSHOT, 1.2.0.SNAPSHOT",
    "1.2.3.Final, 1.2.3.Final",
    "1.2.3-rc.1+b5, 1.2.3.rc_1_b5",
    "1.0-, 1.0.0",
    "main, 0.0.0",
    "99999999999, 0.0.0"
  })
  void everyVersionBecomesOneThatOsgiAccepts(String written, String osgi) {
    assertThat(Version.parseVersion(PlainJar.bundleVersion(written)))
        .isEqualTo(Version.parseVersion(osgi));
  }

  @ParameterizedTest
  @CsvSource({"my-prior, my-prior", "my prior+1, my_prior_1", "größe, gr__e"})
  void everyFileNameBecomesASymbolicName(String fileName, String symbolicName) {
    assertThat(PlainJar.symbolicName(fileName)).isEqualTo(symbolicName);
  }
}
