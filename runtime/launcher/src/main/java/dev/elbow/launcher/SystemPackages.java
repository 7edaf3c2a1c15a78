package dev.elbow.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * The packages of the class path that plugins can import.
 *
 * @param api version of the Elbow API
 * @param nd4j ND4J's packages
 */
record SystemPackages(Version api, List<String> nd4j) {
  static final List<String> API = List.of("dev.elbow.spi", "dev.elbow.spi.option");

  private static final List<String> LOGGING =
      List.of("org.slf4j", "org.slf4j.event", "org.slf4j.helpers", "org.slf4j.spi");
  // slf4j 2 is compatible with callers of 1.7 and its own bundle exports both.
  private static final List<String> LOGGING_VERSIONS = List.of("1.7.36", "2.0.0");
  private static final String ND4J_VERSION = "1.0.0";

  static SystemPackages read() {
    try (InputStream file = SystemPackages.class.getResourceAsStream("nd4j-packages.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      List<String> nd4j =
          lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
      return new SystemPackages(ApiVersion.current(), nd4j);
    } catch (IOException problem) {
      throw new IllegalStateException("nd4j-packages.txt cannot be read", problem);
    }
  }

  /** The value of {@code org.osgi.framework.system.packages.extra}. */
  String exports() {
    List<String> clauses = new ArrayList<>();
    API.forEach(name -> clauses.add(versioned(name, api.toString())));
    nd4j.forEach(name -> clauses.add(versioned(name, ND4J_VERSION)));
    for (String version : LOGGING_VERSIONS) {
      LOGGING.forEach(name -> clauses.add(versioned(name, version)));
    }
    return String.join(",", clauses);
  }

  /** The {@code Import-Package} of a plain jar: the API in that range, the rest if it is used. */
  String imports(VersionRange apiRange) {
    List<String> clauses = new ArrayList<>();
    API.forEach(name -> clauses.add(versioned(name, apiRange.toString())));
    nd4j.forEach(name -> clauses.add(name + ";resolution:=optional"));
    LOGGING.forEach(name -> clauses.add(name + ";resolution:=optional"));
    return String.join(",", clauses);
  }

  private static String versioned(String name, String version) {
    return name + ";version=\"" + version + "\"";
  }
}
