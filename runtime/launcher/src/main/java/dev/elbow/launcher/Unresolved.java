package dev.elbow.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Says in plain words why a bundle cannot be resolved: what it asks for and nobody offers. */
final class Unresolved {
  private final List<Bundle> bundles;
  private final SystemPackages packages;
  private final Map<Bundle, Origin> origins;

  Unresolved(BundleContext context, SystemPackages packages, Map<Bundle, Origin> origins) {
    this.bundles = Arrays.asList(context.getBundles());
    this.packages = packages;
    this.origins = origins;
  }

  UnusableException explain(Bundle bundle, BundleException problem) {
    List<BundleRequirement> mandatory =
        revision(bundle).getDeclaredRequirements(null).stream()
            .filter(requirement -> !"optional".equals(directive(requirement, "resolution")))
            .filter(requirement -> !"dynamic".equals(directive(requirement, "resolution")))
            .toList();
    for (BundleRequirement requirement : mandatory) {
      if (providers(requirement).isEmpty()) {
        return missing(requirement, problem);
      }
    }
    for (BundleRequirement requirement : mandatory) {
      List<Bundle> providers = providers(requirement);
      if (providers.stream().noneMatch(provider -> isUsable(provider, bundle))) {
        return brokenProvider(requirement, providers.get(0), problem);
      }
    }
    return new UnusableException(
        "its imports contradict each other: " + problem.getMessage(),
        "Import each package in one version only.",
        problem);
  }

  private static boolean isUsable(Bundle provider, Bundle self) {
    return provider.equals(self) || provider.getState() != Bundle.INSTALLED;
  }

  private static BundleRevision revision(Bundle bundle) {
    return bundle.adapt(BundleRevision.class);
  }

  private static String directive(BundleRequirement requirement, String name) {
    return requirement.getDirectives().get(name);
  }

  private List<Bundle> providers(BundleRequirement requirement) {
    return bundles.stream().filter(bundle -> offers(bundle, requirement)).toList();
  }

  private static boolean offers(Bundle bundle, BundleRequirement requirement) {
    List<BundleCapability> capabilities =
        revision(bundle).getDeclaredCapabilities(requirement.getNamespace());
    return capabilities.stream().anyMatch(requirement::matches);
  }

  private UnusableException missing(BundleRequirement requirement, BundleException problem) {
    String filter = String.valueOf(directive(requirement, "filter"));
    return switch (requirement.getNamespace()) {
      case PackageNamespace.PACKAGE_NAMESPACE -> missingPackage(filter, problem);
      case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
          olderJava(filter, problem);
      case BundleNamespace.BUNDLE_NAMESPACE ->
          new UnusableException(
              "needs the bundle " + value(filter, BundleNamespace.BUNDLE_NAMESPACE),
              "Drop that bundle into plugins/ too.",
              problem);
      default -> otherMissing(filter, problem);
    };
  }

  private UnusableException missingPackage(String filter, BundleException problem) {
    String name = value(filter, PackageNamespace.PACKAGE_NAMESPACE);
    FilterVersions versions = FilterVersions.of(filter);
    if (SystemPackages.API.contains(name)) {
      return otherApi(versions, problem);
    }
    String wanted = name + versions.text();
    if (name.startsWith("dev.elbow.")) {
      return new UnusableException(
          "needs the package " + wanted + ", which is no part of Elbow's API",
          "A plugin imports " + String.join(" and ", SystemPackages.API) + " only.",
          problem);
    }
    if (packages.nd4j().contains(name)) {
      return new UnusableException(
          "needs the package %s, this Elbow has ND4J 1.0.0-M2.1".formatted(wanted),
          "Import the package without a version, or build the plugin against ND4J 1.0.0-M2.1.",
          problem);
    }
    return new UnusableException(
        "needs the package " + wanted + ", which no bundle exports",
        "Put the package into the plugin's jar, or drop the bundle that exports it into plugins/.",
        problem);
  }

  private UnusableException otherApi(FilterVersions versions, BundleException problem) {
    String present = ApiVersion.text(packages.api());
    boolean newer = versions.low().filter(low -> low.compareTo(packages.api()) > 0).isPresent();
    return new UnusableException(
        "needs Elbow API%s, this Elbow has %s".formatted(versions.text(), present),
        newer
            ? "Use a newer Elbow, or a version of the plugin for API " + present + "."
            : "Use a newer version of the plugin, or build it again with this Elbow's elbow-spi.",
        problem);
  }

  private static UnusableException olderJava(String filter, BundleException problem) {
    String needed = value(filter, "version");
    int present = Runtime.version().feature();
    return new UnusableException(
        "needs Java %s, this is Java %d".formatted(needed, present),
        "Start Elbow with Java %s or newer, or build the plugin with --release 17."
            .formatted(needed),
        problem);
  }

  private static UnusableException otherMissing(String filter, BundleException problem) {
    return filter.contains("osgi.extender=osgi.component")
        ? new UnusableException(
            "needs OSGi Declarative Services, which does not run",
            "Put org.apache.felix.scr and the bundles it needs back into bundles/.",
            problem)
        : new UnusableException(
            "needs %s, which nobody offers".formatted(filter),
            "Drop the bundle that offers it into plugins/, or remove the requirement.",
            problem);
  }

  private UnusableException brokenProvider(
      BundleRequirement requirement, Bundle provider, BundleException problem) {
    String wanted =
        value(String.valueOf(directive(requirement, "filter")), requirement.getNamespace());
    Origin origin = origins.get(provider);
    String jar = origin == null ? provider.getSymbolicName() : origin.place();
    return new UnusableException(
        "needs %s of %s, which cannot be used itself".formatted(wanted, jar),
        "Mend " + jar + " first.",
        problem);
  }

  private static String value(String filter, String key) {
    Matcher found = Pattern.compile(Pattern.quote("(" + key) + ">?=([^)]*)\\)").matcher(filter);
    return found.find() ? found.group(1) : filter;
  }

  /** The version range inside a requirement's filter. */
  record FilterVersions(Optional<Version> low, Optional<Version> high) {
    private static final Pattern LOW = Pattern.compile("\\(version>=([^)]+)\\)");
    private static final Pattern HIGH = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

    static FilterVersions of(String filter) {
      String positive = HIGH.matcher(filter).replaceAll("");
      return new FilterVersions(first(LOW, positive), first(HIGH, filter));
    }

    /** {@code " [2.0,3.0)"}, {@code " 2.0 or newer"}, or nothing. */
    String text() {
      if (low.isEmpty()) {
        return high.map(version -> " older than " + ApiVersion.text(version)).orElse("");
      }
      String from = ApiVersion.text(low.get());
      return high.map(to -> " [" + from + "," + ApiVersion.text(to) + ")")
          .orElse(" " + from + " or newer");
    }

    private static Optional<Version> first(Pattern pattern, String filter) {
      Matcher found = pattern.matcher(filter);
      return found.find() ? Optional.of(Version.parseVersion(found.group(1))) : Optional.empty();
    }
  }
}
