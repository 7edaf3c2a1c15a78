package dev.elbow.cli.doctor;

import dev.elbow.cli.host.Context;
import dev.elbow.cli.host.StartedBackend;
import dev.elbow.launcher.Device;
import dev.elbow.launcher.Nd4jInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Starts the backend and asks it what it is. */
record BackendCheck(Context context, Device device) implements Check {

  @Override
  public String topic() {
    return "backend";
  }

  @Override
  public List<Finding> look() {
    StartedBackend backend = StartedBackend.start(context.installation(), device, Optional.empty());
    Nd4jInfo info = backend.info();
    return List.of(
        Finding.ok("device", backend.choice().reason()),
        Finding.ok("backend", "ND4J %s, %s".formatted(info.version(), info.build())),
        Finding.ok(
            "blas",
            "%s, %d threads"
                .formatted(info.blasVendor().toLowerCase(Locale.ROOT), info.blasThreads())),
        Finding.ok("kernels", info.ompThreads() + " threads"));
  }
}
