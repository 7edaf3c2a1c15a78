package dev.elbow.graph.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArenaTest {
  private record Place(long from, long length) {
    boolean overlaps(Place other) {
      return from < other.from + other.length && other.from < from + length;
    }
  }

  @Test
  void whatIsTakenAtTheSameTimeNeverOverlaps() {
    Random random = new Random(3);
    Arena arena = new Arena();
    List<Place> taken = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      if (taken.isEmpty() || random.nextBoolean()) {
        long length = 1 + random.nextInt(1000);
        Place place = new Place(arena.take(length), length);
        assertThat(taken).noneMatch(place::overlaps);
        assertThat(place.from() + length).isLessThanOrEqualTo(arena.length());
        taken.add(place);
      } else {
        Place place = taken.remove(random.nextInt(taken.size()));
        arena.give(place.from(), place.length());
      }
    }
  }

  @Test
  void placesThatTouchAreGivenAgainAsOne() {
    Arena arena = new Arena();
    long first = arena.take(100);
    long second = arena.take(100);
    long third = arena.take(100);
    arena.give(first, 100);
    arena.give(third, 100);
    arena.give(second, 100);
    assertThat(arena.take(300)).isEqualTo(first);
    assertThat(arena.length()).isEqualTo(3 * 112);
  }

  @Test
  void aChainNeedsNoMoreThanTwoPlaces() {
    Arena arena = new Arena();
    long before = arena.take(64);
    for (int i = 0; i < 50; i++) {
      long next = arena.take(64);
      arena.give(before, 64);
      before = next;
    }
    assertThat(arena.length()).isEqualTo(2 * 64);
  }
}
