package dev.elbow.configuration;

import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Reads scalars as values of their types. */
final class ScalarValues {
  private static final List<String> TRUE = List.of("true", "True", "TRUE");
  private static final List<String> FALSE = List.of("false", "False", "FALSE");

  private ScalarValues() {}

  /** The Java value, of the type that the record's component has. */
  static Object read(ValueType.Scalar type, ConfigNode node, Bounds bounds) throws ValueFault {
    if (!(node instanceof ScalarNode scalar) || node.isNull()) {
      throw ValueFault.mismatch(type.words(), node, "");
    }
    if (type instanceof ValueType.Choice choice) {
      return choice(choice, scalar);
    }
    return switch ((ValueType.Basic) type) {
      case INT -> (int) whole(scalar, bounds, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> whole(scalar, bounds, Long.MIN_VALUE, Long.MAX_VALUE);
      case DOUBLE -> real(scalar, bounds);
      case BOOLEAN -> truth(scalar);
      case TEXT -> scalar.text();
      case PATH -> path(scalar);
    };
  }

  /** The scalar in the spelling that every YAML reader takes the same way. */
  static ScalarNode normalise(ValueType.Scalar type, ScalarNode node, Object value) {
    if (type instanceof ValueType.Choice) {
      return ScalarNode.plain(EnumNames.of((Enum<?>) value), node.place());
    }
    if (type == ValueType.Basic.TEXT || type == ValueType.Basic.PATH) {
      return node;
    }
    boolean asWritten = type == ValueType.Basic.DOUBLE && !Numbers.isBased(node.text());
    String text = asWritten ? node.text().replace("_", "") : value.toString();
    return ScalarNode.plain(text, node.place());
  }

  private static long whole(ScalarNode node, Bounds bounds, long least, long most)
      throws ValueFault {
    requirePlain("a whole number", node);
    BigInteger value =
        Numbers.whole(node.text())
            .orElseThrow(() -> ValueFault.mismatch("a whole number", node, wholeFix(node)));
    boolean fits =
        value.compareTo(BigInteger.valueOf(least)) >= 0
            && value.compareTo(BigInteger.valueOf(most)) <= 0;
    if (!bounds.contains(value.doubleValue())) {
      throw ValueFault.outside(bounds.describe(), node.text());
    }
    if (!fits) {
      throw ValueFault.outside("a whole number from " + least + " to " + most, node.text());
    }
    return value.longValue();
  }

  private static String wholeFix(ScalarNode node) {
    return Numbers.real(node.text()).isPresent()
        ? "Write it with digits alone, without a point or exponent."
        : "";
  }

  private static double real(ScalarNode node, Bounds bounds) throws ValueFault {
    requirePlain("a number", node);
    double value =
        Numbers.real(node.text()).orElseThrow(() -> ValueFault.mismatch(realWords(node), node, ""));
    if (Double.isInfinite(value) || (value == 0 && Numbers.underflows(node.text()))) {
      throw ValueFault.outside("a number that a double can hold", node.text());
    }
    if (!bounds.contains(value)) {
      throw ValueFault.outside(bounds.describe(), node.text());
    }
    return value;
  }

  private static String realWords(ScalarNode node) {
    return Numbers.isNotFinite(node.text()) ? "a finite number" : "a number";
  }

  private static boolean truth(ScalarNode node) throws ValueFault {
    requirePlain("true or false", node);
    if (TRUE.contains(node.text())) {
      return true;
    }
    if (FALSE.contains(node.text())) {
      return false;
    }
    throw ValueFault.mismatch("true or false", node, "");
  }

  private static Path path(ScalarNode node) throws ValueFault {
    try {
      return Path.of(node.text());
    } catch (InvalidPathException e) {
      throw ValueFault.mismatch("a path", node, e.getReason() + ".");
    }
  }

  private static Enum<?> choice(ValueType.Choice type, ScalarNode node) throws ValueFault {
    return EnumNames.find(type.type(), node.text())
        .orElseThrow(
            () ->
                new ValueFault(
                    "CFG-ENUM",
                    "expected " + type.words() + ", found " + node.describe(),
                    DidYouMean.hint(node.text(), EnumNames.all(type.type())).strip()));
  }

  private static void requirePlain(String expected, ScalarNode node) throws ValueFault {
    if (node.quoted()) {
      throw ValueFault.mismatch(expected, node, "Remove the quotes.");
    }
  }
}
