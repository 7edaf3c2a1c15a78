package dev.elbow.tck;

import java.util.function.BiConsumer;

/**
 * A setting in which a part is applied.
 *
 * @param label for messages: {@code latent 2}
 * @param context what the part is told of the model
 * @param application declares inputs, applies the part, declares outputs
 */
record Scene<P>(String label, TckContext context, BiConsumer<P, Stage> application) {
  static final String SCOPE = "part";
}
