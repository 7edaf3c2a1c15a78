package dev.elbow.runs;

import java.util.Objects;

/**
 * A picture of a run, with the words that go with it.
 *
 * @param file its name in the run's folder of images
 * @param title a few words
 * @param alternative what the picture is, for those who cannot see it
 * @param caption what it shows and what to look for
 */
public record Picture(String file, String title, String alternative, String caption) {

  public Picture {
    Objects.requireNonNull(file);
    Objects.requireNonNull(title);
    Objects.requireNonNull(alternative);
    Objects.requireNonNull(caption);
  }
}
