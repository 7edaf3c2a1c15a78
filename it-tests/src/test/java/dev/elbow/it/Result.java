package dev.elbow.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What a process left behind.
 *
 * @param out standard output
 * @param err standard error
 */
record Result(int exitCode, String out, String err) {
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** Fails with everything that was printed unless the process ended with this code. */
  Result exits(int code) {
    assertThat(exitCode).as(this::toString).isEqualTo(code);
    return this;
  }

  /** Standard output as the one JSON document that it has to be. */
  JsonNode json() {
    try {
      return STRICT.readTree(out);
    } catch (JsonProcessingException problem) {
      throw new AssertionError("standard output is not one JSON document: " + this, problem);
    }
  }

  @Override
  public String toString() {
    return "exit code %d%n--- stdout%n%s%n--- stderr%n%s".formatted(exitCode, out, err);
  }
}
