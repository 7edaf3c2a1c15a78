package dev.elbow.benchmarks.cases;

/**
 * One row of the comparison.
 *
 * @param id as on the command line
 * @param title what the table says
 * @param model all contenders'
 * @param work what is timed
 * @param batch examples of a step
 * @param warmup repetitions that are not timed
 * @param repetitions that are
 */
public record Case(
    String id, String title, Model model, Work work, int batch, int warmup, int repetitions) {

  private static final int INFERENCE = 10_000;

  /** Examples that one repetition handles: the batch of a step, more for inference. */
  public int examples() {
    return work == Work.TRAIN ? batch : INFERENCE;
  }
}
