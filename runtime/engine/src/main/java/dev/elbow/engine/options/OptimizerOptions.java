package dev.elbow.engine.options;

import dev.elbow.configuration.Alternative;
import dev.elbow.configuration.Alternatives;
import dev.elbow.spi.option.Default;
import dev.elbow.spi.option.Doc;
import dev.elbow.spi.option.Range;

/** The optimizer: an update rule with its options. */
@Alternatives(standard = "adam")
public sealed interface OptimizerOptions {

  /** The learning rate, constant or over the epochs. */
  LearningRate learningRate();

  /** Adam. */
  @Alternative("adam")
  @Doc("Adam (Kingma and Ba, 2015)")
  record Adam(
      @Doc("the learning rate, constant or over the epochs") @Default("1.0e-3")
          LearningRate learningRate,
      @Doc("decay of the first moment")
          @Default("0.9")
          @Range(min = 0, max = 1, maxExclusive = true)
          double beta1,
      @Doc("decay of the second moment")
          @Default("0.999")
          @Range(min = 0, max = 1, maxExclusive = true)
          double beta2,
      @Doc("added to the root of the second moment")
          @Default("1.0e-8")
          @Range(min = 0, minExclusive = true)
          double epsilon)
      implements OptimizerOptions {}

  /** AdamW. */
  @Alternative("adamw")
  @Doc("Adam with a weight decay that the moments do not see (Loshchilov and Hutter, 2019)")
  record AdamW(
      @Doc("the learning rate, constant or over the epochs") @Default("1.0e-3")
          LearningRate learningRate,
      @Doc("decay of the first moment")
          @Default("0.9")
          @Range(min = 0, max = 1, maxExclusive = true)
          double beta1,
      @Doc("decay of the second moment")
          @Default("0.999")
          @Range(min = 0, max = 1, maxExclusive = true)
          double beta2,
      @Doc("added to the root of the second moment")
          @Default("1.0e-8")
          @Range(min = 0, minExclusive = true)
          double epsilon,
      @Doc("the part of each parameter that a step takes away, times the learning rate")
          @Default("0.01")
          @Range(min = 0)
          double weightDecay)
      implements OptimizerOptions {}

  /** Stochastic gradient descent. */
  @Alternative("sgd")
  @Doc("gradient descent with momentum (Polyak, 1964; Nesterov, 1983)")
  record Sgd(
      @Doc("the learning rate, constant or over the epochs") @Default("1.0e-2")
          LearningRate learningRate,
      @Doc("the part of the velocity that a step keeps; 0 for none")
          @Default("0.9")
          @Range(min = 0, max = 1, maxExclusive = true)
          double momentum,
      @Doc("look ahead along the velocity (Sutskever et al., 2013)") @Default("false")
          boolean nesterov)
      implements OptimizerOptions {

    /**
     * Checks that the two fit.
     *
     * @throws IllegalArgumentException if there is no momentum to look ahead along
     */
    public Sgd {
      if (nesterov && momentum == 0) {
        throw new IllegalArgumentException("expected momentum > 0 with nesterov, found 0");
      }
    }
  }

  /** AMSGrad. */
  @Alternative("amsgrad")
  @Doc("Adam with the largest second moment so far (Reddi et al., 2018)")
  record AmsGrad(
      @Doc("the learning rate, constant or over the epochs") @Default("1.0e-3")
          LearningRate learningRate,
      @Doc("decay of the first moment")
          @Default("0.9")
          @Range(min = 0, max = 1, maxExclusive = true)
          double beta1,
      @Doc("decay of the second moment")
          @Default("0.999")
          @Range(min = 0, max = 1, maxExclusive = true)
          double beta2,
      @Doc("added to the root of the largest second moment")
          @Default("1.0e-8")
          @Range(min = 0, minExclusive = true)
          double epsilon)
      implements OptimizerOptions {}

  /** AdaMax. */
  @Alternative("adamax")
  @Doc("Adam with the largest magnitude for the second moment (Kingma and Ba, 2015)")
  record AdaMax(
      @Doc("the learning rate, constant or over the epochs") @Default("2.0e-3")
          LearningRate learningRate,
      @Doc("decay of the first moment")
          @Default("0.9")
          @Range(min = 0, max = 1, maxExclusive = true)
          double beta1,
      @Doc("decay of the largest magnitude")
          @Default("0.999")
          @Range(min = 0, max = 1, maxExclusive = true)
          double beta2,
      @Doc("added to each magnitude") @Default("1.0e-8") @Range(min = 0, minExclusive = true)
          double epsilon)
      implements OptimizerOptions {}

  /** Nadam. */
  @Alternative("nadam")
  @Doc("Adam that looks ahead along the first moment (Dozat, 2016)")
  record Nadam(
      @Doc("the learning rate, constant or over the epochs") @Default("1.0e-3")
          LearningRate learningRate,
      @Doc("decay of the first moment")
          @Default("0.9")
          @Range(min = 0, max = 1, maxExclusive = true)
          double beta1,
      @Doc("decay of the second moment")
          @Default("0.999")
          @Range(min = 0, max = 1, maxExclusive = true)
          double beta2,
      @Doc("added to the root of the second moment")
          @Default("1.0e-8")
          @Range(min = 0, minExclusive = true)
          double epsilon)
      implements OptimizerOptions {}

  /** AdaBelief. */
  @Alternative("adabelief")
  @Doc("Adam with the gradient's deviation from its mean (Zhuang et al., 2020)")
  record AdaBelief(
      @Doc("the learning rate, constant or over the epochs") @Default("1.0e-3")
          LearningRate learningRate,
      @Doc("decay of the first moment")
          @Default("0.9")
          @Range(min = 0, max = 1, maxExclusive = true)
          double beta1,
      @Doc("decay of the squared deviation")
          @Default("0.999")
          @Range(min = 0, max = 1, maxExclusive = true)
          double beta2,
      @Doc("added to the squared deviation, and to its root")
          @Default("1.0e-14")
          @Range(min = 0, minExclusive = true)
          double epsilon)
      implements OptimizerOptions {}

  /** RMSProp. */
  @Alternative("rmsprop")
  @Doc("the gradient over the root of its mean square (Tieleman and Hinton, 2012)")
  record RmsProp(
      @Doc("the learning rate, constant or over the epochs") @Default("1.0e-3")
          LearningRate learningRate,
      @Doc("decay of the mean square") @Default("0.9") @Range(min = 0, max = 1, maxExclusive = true)
          double decay,
      @Doc("added to the root of the mean square")
          @Default("1.0e-8")
          @Range(min = 0, minExclusive = true)
          double epsilon)
      implements OptimizerOptions {}

  /** AdaGrad. */
  @Alternative("adagrad")
  @Doc("the gradient over the root of the sum of its squares (Duchi et al., 2011)")
  record AdaGrad(
      @Doc("the learning rate, constant or over the epochs") @Default("1.0e-2")
          LearningRate learningRate,
      @Doc("added to the root of the sum of squares")
          @Default("1.0e-8")
          @Range(min = 0, minExclusive = true)
          double epsilon)
      implements OptimizerOptions {}

  /** AdaDelta. */
  @Alternative("adadelta")
  @Doc("the gradient in the units of the parameters (Zeiler, 2012)")
  record AdaDelta(
      @Doc("a factor on the update; 1 in the paper") @Default("1.0") LearningRate learningRate,
      @Doc("decay of both mean squares")
          @Default("0.95")
          @Range(min = 0, max = 1, maxExclusive = true)
          double decay,
      @Doc("added to both mean squares") @Default("1.0e-6") @Range(min = 0, minExclusive = true)
          double epsilon)
      implements OptimizerOptions {}
}
