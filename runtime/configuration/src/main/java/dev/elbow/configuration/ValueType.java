package dev.elbow.configuration;

import dev.elbow.spi.Role;

/** What a component of an option record may hold. */
sealed interface ValueType {

  /** How an error message or a table names one value: {@code a whole number}. */
  String words();

  /** How it names several: {@code whole numbers}. */
  String plural();

  /** A value written as one YAML scalar. */
  sealed interface Scalar extends ValueType {}

  /** Scalars whose values are the same in every record. */
  enum Basic implements Scalar {
    INT("a whole number", "whole numbers"),
    LONG("a whole number", "whole numbers"),
    DOUBLE("a number", "numbers"),
    BOOLEAN("true or false", "true or false"),
    TEXT("a text", "texts"),
    PATH("a path", "paths");

    private final String words;
    private final String plural;

    Basic(String words, String plural) {
      this.words = words;
      this.plural = plural;
    }

    @Override
    public String words() {
      return words;
    }

    @Override
    public String plural() {
      return plural;
    }

    boolean isNumber() {
      return this == INT || this == LONG || this == DOUBLE;
    }
  }

  /** A constant of an enum. */
  record Choice(Class<? extends Enum<?>> type) implements Scalar {
    @Override
    public String words() {
      return "one of " + plural();
    }

    @Override
    public String plural() {
      return String.join(", ", EnumNames.all(type));
    }
  }

  /** An {@link java.util.Optional}: left out or null for empty. */
  record Maybe(ValueType value) implements ValueType {
    @Override
    public String words() {
      return value.words();
    }

    @Override
    public String plural() {
      return value.plural();
    }
  }

  /** A {@link java.util.List}. */
  record Many(ValueType element) implements ValueType {
    @Override
    public String words() {
      return "a list of " + element.plural();
    }

    @Override
    public String plural() {
      return "lists of " + element.plural();
    }
  }

  /** A record that is no part. */
  record Nested(Class<? extends Record> type) implements ValueType {
    @Override
    public String words() {
      return Schema.of(type).words();
    }

    @Override
    public String plural() {
      return Schema.of(type).plural();
    }
  }

  /** One of the records that a sealed interface permits. */
  record OneOf(Class<?> type) implements ValueType {
    AlternativeSchema schema() {
      return AlternativeSchema.of(type);
    }

    @Override
    public String words() {
      return "one of " + plural() + ", or a mapping with type and options";
    }

    @Override
    public String plural() {
      return String.join(", ", schema().names());
    }
  }

  /** A part that a plugin makes. */
  record Part(Role role) implements ValueType {
    @Override
    public String words() {
      return "a " + role.label();
    }

    @Override
    public String plural() {
      return role.label() + "s";
    }
  }
}
