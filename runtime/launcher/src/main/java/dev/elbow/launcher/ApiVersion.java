package dev.elbow.launcher;

import dev.elbow.spi.PartFactory;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * The version of {@code dev.elbow.spi}, read from the annotation on the package so that it is
 * written in one place.
 *
 * <p>The annotation is not kept at run time; the class file has it, and its number is the only
 * constant of that file that reads as a version.
 */
final class ApiVersion {
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  private ApiVersion() {}

  static Version current() {
    try (InputStream file = PartFactory.class.getResourceAsStream("package-info.class")) {
      if (file == null) {
        throw new IllegalStateException("dev.elbow.spi has no package-info.class");
      }
      List<String> versions =
          strings(new DataInputStream(file)).stream()
              .filter(text -> text.matches("\\d+\\.\\d+\\.\\d+"))
              .toList();
      if (versions.size() != 1) {
        throw new IllegalStateException("the version of dev.elbow.spi is one of " + versions);
      }
      return Version.parseVersion(versions.get(0));
    } catch (IOException problem) {
      throw new IllegalStateException("dev.elbow.spi cannot be read", problem);
    }
  }

  /** The versions that a plugin built for {@code version} runs with: up to the next major one. */
  static VersionRange compatibleWith(Version version) {
    return new VersionRange(
        VersionRange.LEFT_CLOSED,
        new Version(version.getMajor(), version.getMinor(), 0),
        new Version(version.getMajor() + 1, 0, 0),
        VersionRange.RIGHT_OPEN);
  }

  /** {@code 1.0}, or {@code 1.0.2} if the last number says something. */
  static String text(Version version) {
    String text = version.getMajor() + "." + version.getMinor();
    return version.getMicro() == 0 ? text : text + "." + version.getMicro();
  }

  /** The strings of a class file's constant pool. */
  private static List<String> strings(DataInputStream file) throws IOException {
    file.skipNBytes(8);
    int count = file.readUnsignedShort();
    List<String> strings = new ArrayList<>();
    for (int index = 1; index < count; index++) {
      int tag = file.readUnsignedByte();
      if (tag == UTF8) {
        strings.add(file.readUTF());
      } else {
        file.skipNBytes(size(tag));
        // The two wide kinds take two places in the pool.
        index += tag == LONG || tag == DOUBLE ? 1 : 0;
      }
    }
    return strings;
  }

  private static int size(int tag) throws IOException {
    return switch (tag) {
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case LONG, DOUBLE -> 8;
      default -> throw new IOException("unknown constant " + tag);
    };
  }
}
