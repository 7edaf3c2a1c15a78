package dev.elbow.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 in the making. */
final class Sha256 {
  private final MessageDigest digest;

  Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Adds a text, closed by a line feed so that two texts are not one longer one. */
  void text(String text) {
    digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  void bytes(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
