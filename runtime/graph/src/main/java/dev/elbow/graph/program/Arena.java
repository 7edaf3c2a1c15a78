package dev.elbow.graph.program;

import java.util.ArrayList;
import java.util.List;

/**
 * Places in one array for values that are not needed all the time: a place is given again once
 * nobody reads what is in it.
 */
final class Arena {
  /** Floats of a cache line, so that no two values share one. */
  private static final long ALIGNMENT = 16;

  private final List<Gap> gaps = new ArrayList<>();
  private long end;

  private record Gap(long from, long to) {
    long length() {
      return to - from;
    }
  }

  /** The first float of a place of so many. */
  long take(long length) {
    long needed = aligned(length);
    int best = -1;
    for (int i = 0; i < gaps.size(); i++) {
      long found = gaps.get(i).length();
      if (found >= needed && (best < 0 || found < gaps.get(best).length())) {
        best = i;
      }
    }
    if (best >= 0) {
      Gap gap = gaps.remove(best);
      if (gap.length() > needed) {
        gaps.add(new Gap(gap.from + needed, gap.to));
      }
      return gap.from;
    }
    return extend(needed);
  }

  /** At the end, into the last gap if it touches the end. */
  private long extend(long needed) {
    long from = end;
    for (int i = 0; i < gaps.size(); i++) {
      if (gaps.get(i).to == end) {
        from = gaps.remove(i).from;
        break;
      }
    }
    end = from + needed;
    return from;
  }

  /** Gives a place back; it is joined with the gaps beside it. */
  void give(long from, long length) {
    long to = from + aligned(length);
    for (int i = gaps.size() - 1; i >= 0; i--) {
      Gap gap = gaps.get(i);
      if (gap.to == from) {
        from = gap.from;
        gaps.remove(i);
      } else if (gap.from == to) {
        to = gap.to;
        gaps.remove(i);
      }
    }
    gaps.add(new Gap(from, to));
  }

  private static long aligned(long length) {
    return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  /** How many floats there have to be. */
  long length() {
    return end;
  }
}
