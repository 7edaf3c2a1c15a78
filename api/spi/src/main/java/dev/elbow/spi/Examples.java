package dev.elbow.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The examples of one purpose, as the model sees them: binarised if the configuration says so. */
@ProviderType
public interface Examples {

  /** {@code train} or {@code test}. */
  String name();

  /** How many there are. */
  int size();

  /** All of them, {@code [size, features]}. */
  Matrix pixels();

  /** The class of each, from 0; empty if the data have none. */
  Optional<int[]> labels();

  /** The first of them; all if there are not so many. */
  Examples first(int count);
}
