package dev.elbow.cli.command;

import dev.elbow.configuration.DidYouMean;
import dev.elbow.launcher.Device;
import dev.elbow.spi.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** {@code --backend}, which goes before the configuration's {@code backend.device}. */
final class BackendArgument {
  @Option(
      names = "--backend",
      paramLabel = "DEVICE",
      order = 60,
      converter = DeviceConverter.class,
      completionCandidates = DeviceNames.class,
      description =
          "Where to compute: auto, cpu or cuda; instead of the configuration's backend.device.")
  Device device;

  Optional<Device> device() {
    return Optional.ofNullable(device);
  }

  /** What shells complete. */
  static final class DeviceNames implements Iterable<String> {
    static final List<String> NAMES = Arrays.stream(Device.values()).map(Device::label).toList();

    @Override
    public java.util.Iterator<String> iterator() {
      return NAMES.iterator();
    }
  }

  /** Reads the names users see. */
  static final class DeviceConverter implements ITypeConverter<Device> {
    @Override
    public Device convert(String value) {
      return Arrays.stream(Device.values())
          .filter(device -> device.label().equalsIgnoreCase(value))
          .findFirst()
          .orElseThrow(() -> unknown(value));
    }

    private static InputException unknown(String value) {
      String hint =
          DidYouMean.closest(value, DeviceNames.NAMES)
              .map(name -> "Did you mean " + name + "? ")
              .orElse("");
      return new InputException(
          "CLI-BACKEND",
          "expected a device, found " + value,
          "--backend",
          hint + "Valid: " + String.join(", ", DeviceNames.NAMES) + ".");
    }
  }
}
