package dev.elbow.engine.audit;

import java.util.List;

/**
 * Where log q(z|x) of the distribution that is really sampled is to be had.
 *
 * @param source of the density from here on
 * @param checks that led there
 */
record Density(Source source, List<Check> checks) {

  enum Source {
    /** What the posterior states was found right. */
    STATED,
    /** Measured by the change of variables, as the stated one is missing or wrong. */
    MEASURED,
    /** Not to be had. */
    NONE
  }
}
