package dev.elbow.engine.options;

import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;
import java.util.Optional;

/** Where the arithmetic runs. */
public record BackendOptions(
    @Doc("the device") @Default("auto") DeviceOption device,
    @Doc("threads of the CPU kernels; all cores unless given") @Range(min = 1)
        Optional<Integer> threads,
    @Doc(
            "training steps run at once, each on a slice of the batch with one thread; 1 for one"
                + " step with all threads in its kernels; measured at the start unless given")
        @Range(min = 1)
        Optional<Integer> replicas) {

  /** The device to use. */
  public enum DeviceOption {
    @Doc("CUDA if its libraries and a card are there, otherwise the CPU")
    AUTO,
    @Doc("the processor")
    CPU,
    @Doc("an NVIDIA card")
    CUDA
  }
}
