package dev.elbow.launcher;

import dev.elbow.spi.FailureException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.Felix;
import org.apache.felix.framework.Logger;
import org.apache.felix.framework.util.FelixConstants;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.slf4j.LoggerFactory;

/** Starts and stops Felix inside this process, silent on the standard streams. */
final class FelixHost {
  private static final long STOP_SECONDS = 10;

  // Elbow reads META-INF/services itself, so bundles that ask for an extender to do so are served.
  private static final String CAPABILITIES =
      "osgi.extender;osgi.extender=\"osgi.serviceloader.registrar\";version:Version=\"1.0\"";

  private FelixHost() {}

  static Framework launch(Path storage, SystemPackages packages) {
    Framework framework = new Felix(settings(storage, packages));
    try {
      framework.start();
      return framework;
    } catch (BundleException problem) {
      throw new FailureException(
          "PLUGIN-FRAMEWORK",
          "The plugin framework does not start: " + problem.getMessage() + ".",
          storage.toString(),
          "Check that the temporary folder is writable and not full.",
          problem);
    }
  }

  private static Map<String, Object> settings(Path storage, SystemPackages packages) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(Constants.FRAMEWORK_STORAGE, storage.toString());
    settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, packages.exports());
    settings.put(Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA, CAPABILITIES);
    settings.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_SINGLE);
    settings.put(FelixConstants.LOG_LOGGER_PROP, new QuietLogger());
    // The JVM allows one handler factory for URLs; it belongs to whoever embeds Elbow.
    settings.put(FelixConstants.SERVICE_URLHANDLERS_PROP, "false");
    // A plugin sees what it imports, never the class path by accident.
    settings.put(FelixConstants.IMPLICIT_BOOT_DELEGATION_PROP, "false");
    settings.put(FelixConstants.USE_LOCALURLS_PROP, "false");
    // The folder is this process's own.
    settings.put("felix.cache.locking", "false");
    // SCR prints to the standard streams; what it would say becomes a failed record.
    settings.put("ds.log.enabled", "false");
    return settings;
  }

  static void stop(Framework framework) {
    try {
      framework.stop();
      framework.waitForStop(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    } catch (BundleException problem) {
      LoggerFactory.getLogger(FelixHost.class).warn("The plugin framework does not stop", problem);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends the framework's messages to slf4j at debug level: every failure is reported anyway. */
  private static final class QuietLogger extends Logger {
    private final org.slf4j.Logger log = LoggerFactory.getLogger("dev.elbow.launcher.framework");

    @Override
    protected void doLog(int level, String message, Throwable problem) {
      log.debug(message, problem);
    }
  }
}
