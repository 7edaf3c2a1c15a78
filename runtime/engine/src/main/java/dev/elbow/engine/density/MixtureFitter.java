package dev.elbow.engine.density;

import dev.elbow.data.RandomStreams;
import dev.elbow.engine.density.ExpectationMaximization.Expected;

/**
 * Fits a Gaussian mixture by maximum likelihood.
 *
 * <p>EM finds the maximum nearest to where it begins, so it begins several times for a few
 * iterations, and the best goes on until it gains no more (Biernacki, Celeux and Govaert, "Choosing
 * starting values for the EM algorithm", 2003).
 */
final class MixtureFitter {
  private static final int STARTS = 4;
  private static final int SHORT = 10;
  private static final int MOST = 500;

  /** Nats per code and iteration. */
  private static final double GAIN = 1e-5;

  private final DensityKind kind;
  private final FitProgress progress;

  MixtureFitter(DensityKind kind, FitProgress progress) {
    this.kind = kind;
    this.progress = progress;
  }

  /**
   * A fit, in the codes' own units.
   *
   * @param iterations of EM, from the start that was the best
   * @param converged whether the last iteration gained next to nothing
   */
  record Fit(GaussianMixture mixture, int iterations, boolean converged) {}

  /**
   * Fits the codes.
   *
   * @throws dev.elbow.spi.InputException if there are fewer distinct codes than components
   */
  Fit fit(Codes codes, long seed) {
    Standardized standardized = Standardized.of(codes);
    int starts = kind.components() == 1 ? 1 : STARTS;
    State best = null;
    for (int start = 1; start <= starts; start++) {
      State state = start(standardized.codes(), seed, start).advance(SHORT);
      if (best == null || state.logLikelihood > best.logLikelihood) {
        best = state;
      }
    }
    best.advance(MOST);
    GaussianMixture mixture = best.mixture.moved(standardized.scale(), standardized.shift());
    return new Fit(mixture, best.iterations, best.converged);
  }

  private State start(Codes codes, long seed, int start) {
    ExpectationMaximization em = new ExpectationMaximization(codes, kind.covariance());
    int[] groups =
        KMeans.groups(codes, kind.components(), RandomStreams.stream(seed, "density/start", start));
    return new State(em, start, em.begin(groups, kind.components()));
  }

  /** One start of EM, wherever it is. */
  private final class State {
    private final ExpectationMaximization em;
    private final int start;
    private GaussianMixture mixture;
    private Expected expected;
    private double logLikelihood;
    private int iterations;
    private boolean converged;

    State(ExpectationMaximization em, int start, GaussianMixture mixture) {
      this.em = em;
      this.start = start;
      take(mixture);
    }

    private void take(GaussianMixture next) {
      mixture = next;
      expected = em.expect(next);
      logLikelihood = expected.meanLogLikelihood();
    }

    State advance(int most) {
      while (!converged && iterations < most) {
        double before = logLikelihood;
        take(em.maximize(expected.moments()));
        iterations++;
        converged = logLikelihood - before < GAIN;
        progress.iterated(start, iterations, logLikelihood);
      }
      return this;
    }
  }
}
