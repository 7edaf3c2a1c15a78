package dev.elbow.engine.training.optimizer;

import java.util.List;

/** How a gradient moves parameters, element by element. */
interface Rule {

  /**
   * The names of what is remembered of each element, as a checkpoint calls them; all begin at 0.
   */
  List<String> moments();

  /**
   * The step's kernel, with what depends on rate and step computed once.
   *
   * @param rate the learning rate
   * @param step number of earlier steps
   */
  Kernel at(double rate, long step);
}
