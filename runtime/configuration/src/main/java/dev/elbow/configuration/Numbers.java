package dev.elbow.configuration;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers of YAML 1.2's core schema, with underscores between digits. */
final class Numbers {
  private static final String DIGITS = "[0-9]+(_[0-9]+)*";
  private static final Pattern DECIMAL = Pattern.compile("[-+]?" + DIGITS);
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.?(inf|infinity|nan)", Pattern.CASE_INSENSITIVE);
  private static final Pattern REAL =
      Pattern.compile("[-+]?(\\.%1$s|%1$s(\\.(%1$s)?)?)([eE][-+]?[0-9]{1,9})?".formatted(DIGITS));

  private Numbers() {}

  /** A whole number of any size; 5.0 and 5e3 are none. */
  static Optional<BigInteger> whole(String text) {
    if (DECIMAL.matcher(text).matches()) {
      return Optional.of(new BigInteger(text.replace("_", "")));
    }
    if (HEXADECIMAL.matcher(text).matches()) {
      return Optional.of(new BigInteger(text.substring(2), 16));
    }
    return OCTAL.matcher(text).matches()
        ? Optional.of(new BigInteger(text.substring(2), 8))
        : Optional.empty();
  }

  /** Whether the text is a hexadecimal or octal number. */
  static boolean isBased(String text) {
    return HEXADECIMAL.matcher(text).matches() || OCTAL.matcher(text).matches();
  }

  /** A number; infinite if it overflows a double. Neither .inf nor .nan is one. */
  static Optional<Double> real(String text) {
    if (REAL.matcher(text).matches()) {
      return Optional.of(Double.parseDouble(text.replace("_", "")));
    }
    return whole(text).map(BigInteger::doubleValue);
  }

  /** Whether the text means an infinity or not-a-number, in YAML's spelling or Java's. */
  static boolean isNotFinite(String text) {
    return NOT_FINITE.matcher(text).matches();
  }

  /** Whether a text that reads as the double 0 means another number. */
  static boolean underflows(String text) {
    String mantissa = text.toLowerCase(Locale.ROOT).replaceAll("e.*", "");
    return mantissa.chars().anyMatch(c -> c >= '1' && c <= '9');
  }
}
