package dev.elbow.benchmarks.libtorch;

import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorType;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.Type;
import org.bytedeco.pytorch.global.torch;

/**
 * Torch's own fused Adam, one pass for each parameter: what Python's {@code Adam(fused=True)}
 * calls. The C++ class Adam has no such option and makes several passes.
 */
final class FusedAdam {
  private static final double RATE = 1e-3;
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;
  private static final Scalar ONE = new Scalar(1f);

  private final OperatorHandle update =
      Dispatcher.singleton().findSchemaOrThrow("aten::_fused_adam_", "");
  private final Parameters parameters;
  private final TensorVector all;
  private final IValue leaves;
  private final IValue first;
  private final IValue second;
  private final IValue noMaxima;
  private final IValue steps;

  /** The number of updates, which all parameters share. */
  private final Tensor step = torch.zeros(1);

  FusedAdam(Parameters parameters) {
    this.parameters = parameters;
    this.all = parameters.all();
    GenericList leafList = list();
    GenericList firstList = list();
    GenericList secondList = list();
    GenericList stepList = list();
    for (long i = 0; i < all.size(); i++) {
      leafList.push_back(new IValue(all.get(i)));
      firstList.push_back(new IValue(torch.zeros_like(all.get(i))));
      secondList.push_back(new IValue(torch.zeros_like(all.get(i))));
      stepList.push_back(new IValue(step));
    }
    this.leaves = new IValue(leafList);
    this.first = new IValue(firstList);
    this.second = new IValue(secondList);
    this.steps = new IValue(stepList);
    this.noMaxima = new IValue(list());
  }

  private static GenericList list() {
    return new GenericList(new Type.TypePtr(TensorType.get()));
  }

  /** Moves the parameters along their gradients, and forgets these. */
  void step() {
    step.add_(ONE);
    GenericList gradients = list();
    for (long i = 0; i < all.size(); i++) {
      gradients.push_back(new IValue(all.get(i).grad()));
    }
    IValueVector arguments = new IValueVector();
    arguments.push_back(leaves).push_back(new IValue(gradients));
    arguments.push_back(first).push_back(second).push_back(noMaxima).push_back(steps);
    for (double number : new double[] {RATE, BETA1, BETA2, 0, EPSILON}) {
      arguments.push_back(new IValue(number));
    }
    // neither the largest second moments, nor a maximum to be found, nor a gradient scaler
    arguments.push_back(new IValue(false)).push_back(new IValue(false));
    arguments.push_back(new IValue()).push_back(new IValue());
    update.callBoxed(arguments);
    parameters.forgetGradients();
  }
}
