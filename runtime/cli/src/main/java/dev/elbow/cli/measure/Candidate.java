package dev.elbow.cli.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to compute on the CPU: natives, and a library of matrix products.
 *
 * @param blas which library multiplies matrices where the natives do not do it themselves
 * @param used whether training uses it now
 * @param jars of the backend, as they go on the class path
 */
record Candidate(Natives natives, Blas blas, boolean used, List<Path> jars) {

  /** The library of matrix products. */
  enum Blas {
    OPENBLAS("OpenBLAS"),
    MKL("MKL");

    private final String label;

    Blas(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  String label() {
    return natives.classifier() + ", " + blas.label();
  }

  /** Every pair of natives and library whose jars lie in {@code lib/backend-cpu} or below. */
  static List<Candidate> find(Path backendCpu) {
    List<Path> folder = Natives.jars(backendCpu);
    List<Path> aside = Natives.jars(backendCpu.resolve(Natives.ALTERNATIVES));
    List<Path> common =
        folder.stream().filter(jar -> Natives.classifierOf(jar).isEmpty() && !isMkl(jar)).toList();
    List<Path> mklUsed = folder.stream().filter(Candidate::isMkl).toList();
    List<Path> mkl = mklUsed.isEmpty() ? aside.stream().filter(Candidate::isMkl).toList() : mklUsed;
    List<Candidate> candidates = new ArrayList<>();
    for (Natives natives : Natives.find(backendCpu)) {
      candidates.add(
          of(natives, Blas.OPENBLAS, natives.used() && mklUsed.isEmpty(), common, List.of()));
      if (!mkl.isEmpty()) {
        candidates.add(of(natives, Blas.MKL, natives.used() && !mklUsed.isEmpty(), common, mkl));
      }
    }
    return List.copyOf(candidates);
  }

  private static Candidate of(
      Natives natives, Blas blas, boolean used, List<Path> common, List<Path> more) {
    List<Path> jars = new ArrayList<>(common);
    jars.add(natives.jar());
    jars.addAll(more);
    return new Candidate(natives, blas, used, List.copyOf(jars));
  }

  private static boolean isMkl(Path jar) {
    return jar.getFileName().toString().startsWith("mkl-");
  }
}
