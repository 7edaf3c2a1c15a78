package dev.elbow.configuration;

/** A scalar that is no value of its type; the message is expected against found. */
final class ValueFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final String id;
  private final String fix;

  ValueFault(String id, String message, String fix) {
    super(message, null, false, false);
    this.id = id;
    this.fix = fix;
  }

  static ValueFault mismatch(String expected, ConfigNode found, String fix) {
    return new ValueFault("CFG-TYPE", "expected " + expected + ", found " + found.describe(), fix);
  }

  static ValueFault outside(String expected, String found) {
    return new ValueFault("CFG-RANGE", "expected " + expected + ", found " + found, "");
  }

  String id() {
    return id;
  }

  /** Beyond what the message says; may be empty. */
  String fix() {
    return fix;
  }
}
