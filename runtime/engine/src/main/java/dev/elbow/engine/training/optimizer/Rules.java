package dev.elbow.engine.training.optimizer;

import dev.elbow.engine.options.OptimizerOptions;

/** The rule of each option record. */
final class Rules {
  private Rules() {}

  static Rule of(OptimizerOptions options) {
    if (options instanceof OptimizerOptions.Adam o) {
      return new AdamRule(o.beta1(), o.beta2(), o.epsilon(), 0);
    }
    if (options instanceof OptimizerOptions.AdamW o) {
      return new AdamRule(o.beta1(), o.beta2(), o.epsilon(), o.weightDecay());
    }
    if (options instanceof OptimizerOptions.Sgd o) {
      return new SgdRule(o.momentum(), o.nesterov());
    }
    if (options instanceof OptimizerOptions.AmsGrad o) {
      return new AmsGradRule(o.beta1(), o.beta2(), o.epsilon());
    }
    if (options instanceof OptimizerOptions.AdaMax o) {
      return new AdaMaxRule(o.beta1(), o.beta2(), o.epsilon());
    }
    if (options instanceof OptimizerOptions.Nadam o) {
      return new NadamRule(o.beta1(), o.beta2(), o.epsilon());
    }
    if (options instanceof OptimizerOptions.AdaBelief o) {
      return new AdaBeliefRule(o.beta1(), o.beta2(), o.epsilon());
    }
    if (options instanceof OptimizerOptions.RmsProp o) {
      return new RmsPropRule(o.decay(), o.epsilon());
    }
    if (options instanceof OptimizerOptions.AdaGrad o) {
      return new AdaGradRule(o.epsilon());
    }
    if (options instanceof OptimizerOptions.AdaDelta o) {
      return new AdaDeltaRule(o.decay(), o.epsilon());
    }
    throw new IllegalArgumentException("no rule for " + options);
  }
}
