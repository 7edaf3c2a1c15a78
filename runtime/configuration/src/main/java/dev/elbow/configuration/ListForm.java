package dev.elbow.configuration;

import java.util.List;

/**
 * A named way to write a list: {@code objective: {type: beta-vae, beta: 4}}. Implemented by the
 * constants of an enum that {@link Forms} names.
 */
public interface ListForm {

  /** What {@code type} says. */
  String formName();

  /** One sentence. */
  String description();

  /** The form's options. */
  Class<? extends Record> options();

  /**
   * The list that the form stands for.
   *
   * @param resolved the form's options, complete
   * @throws IllegalArgumentException if the options do not go together, with the reason
   */
  List<ConfigNode> items(MapNode resolved);
}
