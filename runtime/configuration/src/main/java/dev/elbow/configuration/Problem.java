package dev.elbow.configuration;

/**
 * One mistake in a configuration.
 *
 * @param id such as {@code CFG-UNKNOWN-KEY}
 * @param text what was expected against what was found, with the key's path
 */
record Problem(String id, Place place, String text, String fix) {

  @Override
  public String toString() {
    return place + ": " + text;
  }
}
