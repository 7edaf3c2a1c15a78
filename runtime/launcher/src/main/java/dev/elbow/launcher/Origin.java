package dev.elbow.launcher;

import java.nio.file.Path;

/**
 * Where a factory comes from.
 *
 * @param bundle symbolic name, or the jar's name if it is no bundle
 * @param version of the bundle or jar
 * @param jar null if the classes are in no file
 * @param sha256 of the jar, empty if it is none
 */
record Origin(String bundle, String version, Path jar, String sha256) {

  /**
   * The jar's file name with its folder, to tell {@code bundles/a.jar} from {@code plugins/a.jar}.
   */
  String place() {
    if (jar == null || jar.getParent() == null) {
      return fileName();
    }
    return jar.getParent().getFileName() + "/" + fileName();
  }

  String fileName() {
    return jar == null || jar.getFileName() == null ? bundle : jar.getFileName().toString();
  }
}
