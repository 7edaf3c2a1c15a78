package dev.elbow.data;

/** Told how a download goes on, from the thread that fetches. */
@FunctionalInterface
public interface FetchProgress {

  /**
   * @param file the name of the file on its way
   * @param bytes received so far
   * @param total to be received; -1 if the server does not say
   */
  void report(String file, long bytes, long total);
}
