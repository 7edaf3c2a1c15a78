package dev.elbow.experiments.run;

import dev.elbow.configuration.ConfigNode;
import java.util.List;

/**
 * How far a cell is.
 *
 * @param state in a word
 * @param differences from what its folder holds, if that is another training
 * @param missing metrics that it is still to be evaluated with
 * @param epochs that are done
 */
public record CellStatus(
    State state, List<Difference> differences, List<ConfigNode> missing, double epochs) {

  /** In a word. */
  public enum State {
    /** Nothing is there. */
    NEW("not begun"),
    /** A training that did not end. */
    CUT_OFF("cut off"),
    /** Trained, and metrics are missing. */
    UNMEASURED("to be evaluated"),
    /** Everything is there. */
    FINISHED("finished"),
    /** The folder holds another training. */
    DIFFERENT("another training"),
    /** Another process writes it. */
    BUSY("in another process");

    private final String words;

    State(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  static CellStatus of(State state, double epochs) {
    return new CellStatus(state, List.of(), List.of(), epochs);
  }
}
