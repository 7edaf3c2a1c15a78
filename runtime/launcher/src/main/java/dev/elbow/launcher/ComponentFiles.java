package dev.elbow.launcher;

import dev.elbow.spi.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.osgi.framework.Bundle;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The factories that a bundle declares as OSGi components.
 *
 * <p>They are compared with the services that appeared, because SCR says nothing to anybody about a
 * component that did not.
 */
final class ComponentFiles {
  private ComponentFiles() {}

  /**
   * Reads the files of the {@code Service-Component} header.
   *
   * @throws UnusableException if one is missing or no XML
   */
  static Set<Provider> read(Bundle bundle) throws UnusableException {
    String header = bundle.getHeaders().get("Service-Component");
    Set<Provider> providers = new LinkedHashSet<>();
    if (header != null) {
      for (String pattern : header.split(",")) {
        for (URL file : files(bundle, pattern.strip())) {
          providers.addAll(parse(file));
        }
      }
    }
    return providers;
  }

  private static List<URL> files(Bundle bundle, String pattern) throws UnusableException {
    int slash = pattern.lastIndexOf('/');
    String folder = slash < 0 ? "/" : pattern.substring(0, slash);
    Enumeration<URL> found = bundle.findEntries(folder, pattern.substring(slash + 1), false);
    if (found == null && !pattern.contains("*")) {
      throw new UnusableException(
          "its manifest names the component file " + pattern + ", which is not in the jar",
          "Build the jar again, or correct Service-Component.");
    }
    return found == null ? List.of() : Collections.list(found);
  }

  private static List<Provider> parse(URL file) throws UnusableException {
    Handler handler = new Handler();
    try (InputStream in = file.openStream()) {
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.newSAXParser().parse(in, handler);
      return handler.providers;
    } catch (IOException | SAXException | ParserConfigurationException problem) {
      throw new UnusableException(
          "the component file " + file.getPath() + " cannot be read: " + problem.getMessage(),
          "Build the jar again.",
          problem);
    }
  }

  private static final class Handler extends DefaultHandler {
    final List<Provider> providers = new ArrayList<>();
    private final List<Role> roles = new ArrayList<>();
    private String implementation;

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
      switch (local) {
        case "implementation" -> implementation = attributes.getValue("class");
        case "provide" -> Roles.ofFactory(attributes.getValue("interface")).ifPresent(roles::add);
        default -> {}
      }
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
      if (local.equals("component")) {
        roles.forEach(role -> providers.add(new Provider(role, implementation)));
        roles.clear();
      }
    }
  }
}
