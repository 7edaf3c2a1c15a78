package dev.elbow.configuration;

/**
 * The way to a value as {@code --set} writes it: {@code objective.0.weight}.
 *
 * @param text empty for the root
 * @param depth how many keys long
 */
record KeyPath(String text, int depth) {
  static final KeyPath ROOT = new KeyPath("", 0);

  KeyPath child(String key) {
    return new KeyPath(depth == 0 ? key : text + "." + key, depth + 1);
  }

  KeyPath child(int index) {
    return child(Integer.toString(index));
  }

  @Override
  public String toString() {
    return depth == 0 ? "the configuration" : text;
  }
}
