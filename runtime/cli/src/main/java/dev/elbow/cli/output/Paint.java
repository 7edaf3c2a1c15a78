package dev.elbow.cli.output;

/** Colours, on a terminal that wants them. */
public record Paint(boolean enabled) {
  public String bold(String text) {
    return with("1", text);
  }

  public String dim(String text) {
    return with("2", text);
  }

  public String red(String text) {
    return with("1;31", text);
  }

  public String green(String text) {
    return with("32", text);
  }

  public String yellow(String text) {
    return with("33", text);
  }

  public String cyan(String text) {
    return with("36", text);
  }

  private String with(String code, String text) {
    return enabled ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
