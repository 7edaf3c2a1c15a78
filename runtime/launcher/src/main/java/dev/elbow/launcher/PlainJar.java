package dev.elbow.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * Makes a bundle of a jar that is none: same content, with a manifest that imports the API.
 *
 * <p>So a plugin can be built with nothing but {@code elbow-spi} on its class path and a file in
 * {@code META-INF/services}.
 */
final class PlainJar {
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?((?!\\d).*)");

  private final SystemPackages packages;

  PlainJar(SystemPackages packages) {
    this.packages = packages;
  }

  /**
   * Writes the bundle.
   *
   * @param folder where to write it, under the jar's own name
   * @throws UnusableException if the jar has no factory or declares no valid API version
   */
  Path wrap(PluginJar jar, Path folder) throws UnusableException {
    if (jar.services().providers().isEmpty()) {
      throw NoPlugin.in(jar);
    }
    Manifest manifest = manifest(jar);
    Path bundle = folder.resolve(jar.file().getFileName());
    try (JarFile source = new JarFile(jar.file().toFile());
        OutputStream file = Files.newOutputStream(bundle);
        JarOutputStream target = new JarOutputStream(file, manifest)) {
      target.setLevel(Deflater.BEST_SPEED);
      copy(source, target);
      return bundle;
    } catch (IOException problem) {
      throw new UnusableException(
          "it is a damaged jar, or the temporary folder is full: " + problem.getMessage(),
          "Copy the jar again, or free some space in " + folder.getParent() + ".",
          problem);
    }
  }

  private static void copy(JarFile source, JarOutputStream target) throws IOException {
    Set<String> written = new HashSet<>();
    for (Enumeration<JarEntry> entries = source.entries(); entries.hasMoreElements(); ) {
      JarEntry entry = entries.nextElement();
      if (isContent(entry) && written.add(entry.getName())) {
        target.putNextEntry(new JarEntry(entry.getName()));
        source.getInputStream(entry).transferTo(target);
        target.closeEntry();
      }
    }
  }

  /** Signatures do not survive a new manifest, and a module descriptor means nothing here. */
  private static boolean isContent(JarEntry entry) {
    String name = entry.getName().toUpperCase(Locale.ROOT);
    return !entry.isDirectory()
        && !name.equals(JarFile.MANIFEST_NAME)
        && !name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
  }

  private Manifest manifest(PluginJar jar) throws UnusableException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    copyIfPresent(jar, Attributes.Name.IMPLEMENTATION_TITLE, main);
    copyIfPresent(jar, Attributes.Name.IMPLEMENTATION_VERSION, main);
    copyIfPresent(jar, Attributes.Name.MULTI_RELEASE, main);
    Origin origin = jar.origin();
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", symbolicName(origin.bundle()));
    main.putValue("Bundle-Version", bundleVersion(origin.version()));
    main.putValue("Import-Package", packages.imports(apiRange(jar)));
    // What a class path would give: the JDK's packages and libraries that were dropped in.
    main.putValue("DynamicImport-Package", "*");
    return manifest;
  }

  private static void copyIfPresent(PluginJar jar, Attributes.Name name, Attributes into) {
    if (jar.manifest().containsKey(name)) {
      into.put(name, jar.manifest().get(name));
    }
  }

  private VersionRange apiRange(PluginJar jar) throws UnusableException {
    String declared = jar.declaredApi().orElse(packages.api().getMajor() + ".0");
    try {
      return ApiVersion.compatibleWith(Version.parseVersion(declared));
    } catch (IllegalArgumentException malformed) {
      throw new UnusableException(
          "its manifest says Elbow-Api: " + declared + ", which is no version",
          "Write the version it was built for: Elbow-Api: " + ApiVersion.text(packages.api()) + ".",
          malformed);
    }
  }

  static String symbolicName(String fileName) {
    return fileName.replaceAll("[^A-Za-z0-9_.-]", "_");
  }

  /** {@code 1.2-SNAPSHOT} as OSGi writes it: {@code 1.2.0.SNAPSHOT}. */
  static String bundleVersion(String version) {
    Matcher parts = NUMBERS.matcher(version);
    if (!parts.matches()) {
      return "0.0.0";
    }
    String qualifier = parts.group(4).replaceAll("[^A-Za-z0-9_-]", "_").replaceAll("^[_-]+", "");
    String numbers =
        "%s.%s.%s".formatted(parts.group(1), orZero(parts.group(2)), orZero(parts.group(3)));
    return qualifier.isEmpty() ? numbers : numbers + "." + qualifier;
  }

  private static String orZero(String number) {
    return number == null ? "0" : number;
  }
}
