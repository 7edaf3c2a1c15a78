package dev.elbow.cli.command;

import dev.elbow.spi.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Checks of what a command is to write, before it works for it. */
final class Outputs {
  private Outputs() {}

  /**
   * @param ending with the dot
   * @throws InputException if the name has another ending, or is that of a folder
   */
  static void check(Path file, String ending) {
    String name = String.valueOf(file.getFileName());
    if (!name.toLowerCase(Locale.ROOT).endsWith(ending)) {
      throw new InputException(
          "CLI-OUT",
          "expected a file name that ends with " + ending + ", found " + name,
          "--out",
          "Write for example --out " + name.replaceFirst("\\.[^.]*$", "") + ending + ".");
    }
    if (Files.isDirectory(file)) {
      throw new InputException(
          "CLI-OUT", "expected a file, found a folder: " + file, "--out", "Name a file.");
    }
  }

  /**
   * @throws InputException if the count is not from 1 to the most
   */
  static void checkCount(int count, int most, String what) {
    checkRange("--count", count, 1, most, what);
  }

  /**
   * @throws InputException if the option's value is out of its range
   */
  static void checkRange(String option, int value, int least, int most, String what) {
    if (value < least || value > most) {
      throw new InputException(
          "CLI-COUNT",
          "expected from " + least + " to " + most + " " + what + ", found " + value,
          option,
          "Choose a number in this range.");
    }
  }
}
