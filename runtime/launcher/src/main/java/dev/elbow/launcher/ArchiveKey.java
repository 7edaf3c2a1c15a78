package dev.elbow.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.StringJoiner;

/** What a start archive depends on, as one word: the JVM, and the jars of the class path. */
final class ArchiveKey {
  private ArchiveKey() {}

  /** SHA-256 of the JVM's build and of each jar's path, size and time of change. */
  static String of(Properties properties) {
    StringJoiner text = new StringJoiner("\n");
    text.add(properties.getProperty("java.vm.version"));
    text.add(properties.getProperty("java.home"));
    for (String entry : properties.getProperty("java.class.path").split(File.pathSeparator)) {
      text.add(entry + " " + stamp(Path.of(entry)));
    }
    return digest(text.toString());
  }

  private static String stamp(Path entry) {
    try {
      return Files.size(entry) + " " + Files.getLastModifiedTime(entry).toMillis();
    } catch (IOException missing) {
      return "missing";
    }
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
