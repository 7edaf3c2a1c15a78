package dev.elbow.engine.training.optimizer;

import dev.elbow.engine.options.OptimizerOptions;

/** One parameter under each rule, as the papers write it, in doubles. */
abstract class Reference {
  double p;

  /**
   * @param g gradient
   * @param rate learning rate
   * @param t from 1
   */
  abstract void step(double g, double rate, int t);

  static Reference of(OptimizerOptions options, double p) {
    Reference reference = of(options);
    reference.p = p;
    return reference;
  }

  private static Reference of(OptimizerOptions options) {
    if (options instanceof OptimizerOptions.Adam o) {
      return new AdamFamily(o.beta1(), o.beta2(), 0) {
        @Override
        double move(double g, int t) {
          return corrected(b1, m, t) / (Math.sqrt(corrected(b2, v, t)) + o.epsilon());
        }
      };
    }
    if (options instanceof OptimizerOptions.AdamW o) {
      return new AdamFamily(o.beta1(), o.beta2(), o.weightDecay()) {
        @Override
        double move(double g, int t) {
          return corrected(b1, m, t) / (Math.sqrt(corrected(b2, v, t)) + o.epsilon());
        }
      };
    }
    if (options instanceof OptimizerOptions.AmsGrad o) {
      return new AdamFamily(o.beta1(), o.beta2(), 0) {
        private double largest;

        @Override
        double move(double g, int t) {
          largest = Math.max(largest, v);
          return corrected(b1, m, t) / (Math.sqrt(corrected(b2, largest, t)) + o.epsilon());
        }
      };
    }
    if (options instanceof OptimizerOptions.Nadam o) {
      return new AdamFamily(o.beta1(), o.beta2(), 0) {
        @Override
        double move(double g, int t) {
          double ahead = b1 * m / (1 - Math.pow(b1, t + 1)) + (1 - b1) * g / (1 - Math.pow(b1, t));
          return ahead / (Math.sqrt(corrected(b2, v, t)) + o.epsilon());
        }
      };
    }
    if (options instanceof OptimizerOptions.AdaMax o) {
      return new AdamFamily(o.beta1(), o.beta2(), 0) {
        private double u;

        @Override
        double move(double g, int t) {
          u = Math.max(b2 * u, Math.abs(g));
          return corrected(b1, m, t) / u;
        }
      };
    }
    if (options instanceof OptimizerOptions.AdaBelief o) {
      return new AdamFamily(o.beta1(), o.beta2(), 0) {
        private double s;

        @Override
        double move(double g, int t) {
          s = b2 * s + (1 - b2) * (g - m) * (g - m) + o.epsilon();
          return corrected(b1, m, t) / (Math.sqrt(corrected(b2, s, t)) + o.epsilon());
        }
      };
    }
    return simple(options);
  }

  private static Reference simple(OptimizerOptions options) {
    if (options instanceof OptimizerOptions.Sgd o) {
      return new Reference() {
        private double velocity;

        @Override
        void step(double g, double rate, int t) {
          velocity = o.momentum() * velocity + g;
          p -= rate * (o.nesterov() ? g + o.momentum() * velocity : velocity);
        }
      };
    }
    if (options instanceof OptimizerOptions.RmsProp o) {
      return new Reference() {
        private double mean;

        @Override
        void step(double g, double rate, int t) {
          mean = o.decay() * mean + (1 - o.decay()) * g * g;
          p -= rate * g / (Math.sqrt(mean) + o.epsilon());
        }
      };
    }
    if (options instanceof OptimizerOptions.AdaGrad o) {
      return new Reference() {
        private double sum;

        @Override
        void step(double g, double rate, int t) {
          sum += g * g;
          p -= rate * g / (Math.sqrt(sum) + o.epsilon());
        }
      };
    }
    OptimizerOptions.AdaDelta o = (OptimizerOptions.AdaDelta) options;
    return new Reference() {
      private double ofGradients;
      private double ofUpdates;

      @Override
      void step(double g, double rate, int t) {
        ofGradients = o.decay() * ofGradients + (1 - o.decay()) * g * g;
        double update =
            Math.sqrt(ofUpdates + o.epsilon()) / Math.sqrt(ofGradients + o.epsilon()) * g;
        ofUpdates = o.decay() * ofUpdates + (1 - o.decay()) * update * update;
        p -= rate * update;
      }
    };
  }

  /** Rules with a first moment and a second. */
  private abstract static class AdamFamily extends Reference {
    final double b1;
    final double b2;
    private final double weightDecay;
    double m;
    double v;

    AdamFamily(double b1, double b2, double weightDecay) {
      this.b1 = b1;
      this.b2 = b2;
      this.weightDecay = weightDecay;
    }

    static double corrected(double decay, double mean, int t) {
      return mean / (1 - Math.pow(decay, t));
    }

    @Override
    void step(double g, double rate, int t) {
      m = b1 * m + (1 - b1) * g;
      v = b2 * v + (1 - b2) * g * g;
      p -= rate * (move(g, t) + weightDecay * p);
    }

    /** What the rate is a factor of, once m and v have seen g. */
    abstract double move(double g, int t);
  }
}
