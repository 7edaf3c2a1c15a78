package dev.elbow.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.FailureException;
import dev.elbow.spi.InputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BatchLoaderTest {
  private static final Batch BATCH = new Batch(new float[0], 0, new int[0], Optional.empty());

  /** Ten examples of one pixel; example i has pixel 5 i, that is i / 51, and label i. */
  private final Split split =
      new Split(
          "train",
          Images.of(
              DataShape.vector(1),
              new byte[] {0, 5, 10, 15, 20, 25, 30, 35, 40, 45},
              Optional.of(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})),
          Binarization.NONE,
          1,
          true);

  @Test
  void sequentialBatchesAreInOrderAndTheLastIsSmaller() {
    List<Batch> batches = all(BatchLoader.sequential(split, 4));
    assertThat(batches).extracting(Batch::size).containsExactly(4, 4, 2);
    assertThat(batches.get(2).indices()).containsExactly(8, 9);
    assertThat(batches.get(2).labels().orElseThrow()).containsExactly(8, 9);
    assertThat(batches.get(2).pixels()).containsExactly(40 / 255f, 45 / 255f);
    assertThat(BatchLoader.batches(split, 4)).isEqualTo(3);
    assertThat(BatchLoader.batches(split, 5)).isEqualTo(2);
  }

  @Test
  void shuffledBatchesBringEachExampleOnceWithItsOwnPixelAndLabel() {
    List<Batch> batches = all(BatchLoader.shuffled(split, 3, 1, 0, 0));
    assertThat(indices(batches).stream().sorted().toList())
        .isEqualTo(IntStream.range(0, 10).boxed().toList());
    for (Batch batch : batches) {
      for (int i = 0; i < batch.size(); i++) {
        int example = batch.indices()[i];
        assertThat(batch.pixels()[i]).isEqualTo(5 * example / 255f);
        assertThat(batch.labels().orElseThrow()[i]).isEqualTo(example);
      }
    }
  }

  @Test
  void epochsHaveOrdersOfTheirOwnAndTheSameOnesEachTime() {
    List<Integer> first = indices(all(BatchLoader.shuffled(split, 3, 1, 0, 0)));
    assertThat(indices(all(BatchLoader.shuffled(split, 3, 1, 0, 0)))).isEqualTo(first);
    assertThat(indices(all(BatchLoader.shuffled(split, 3, 1, 1, 0)))).isNotEqualTo(first);
    assertThat(indices(all(BatchLoader.shuffled(split, 3, 2, 0, 0)))).isNotEqualTo(first);
  }

  @Test
  void aPassGoesOnFromAnyBatch() {
    List<Integer> whole = indices(all(BatchLoader.shuffled(split, 3, 1, 5, 0)));
    assertThat(indices(all(BatchLoader.shuffled(split, 3, 1, 5, 2))))
        .isEqualTo(whole.subList(6, 10));
    assertThat(all(BatchLoader.shuffled(split, 3, 1, 5, 4))).isEmpty();
    assertThatThrownBy(() -> BatchLoader.shuffled(split, 3, 1, 5, 5))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void thePositionIsTheNumberOfTheNextBatch() {
    try (BatchLoader loader = BatchLoader.shuffled(split, 3, 1, 0, 1)) {
      assertThat(loader.position()).isEqualTo(1);
      loader.next();
      assertThat(loader.position()).isEqualTo(2);
    }
  }

  @Test
  void twoBatchesArePreparedAheadAndNoMore() throws InterruptedException {
    AtomicInteger prepared = new AtomicInteger();
    try (BatchLoader loader = loader(number -> counted(prepared), 100)) {
      await(() -> prepared.get() == 2);
      Thread.sleep(50);
      assertThat(prepared).hasValue(2);
      loader.next();
      await(() -> prepared.get() == 3);
      Thread.sleep(50);
      assertThat(prepared).hasValue(3);
    }
  }

  @Test
  void anErrorOfTheBackgroundThreadReachesTheConsumerInItsTurn() {
    InputException broken = new InputException("X", "broken", "", "mend it");
    try (BatchLoader loader = loader(number -> failing(number, 1, broken), 3)) {
      assertThat(loader.next()).isSameAs(BATCH);
      assertThatThrownBy(loader::next).isSameAs(broken);
      assertThat(loader.hasNext()).isFalse();
    }
  }

  @Test
  void anUnexpectedErrorIsWrappedWithItsCause() {
    RuntimeException bug = new IllegalStateException("bug");
    try (BatchLoader loader = loader(number -> failing(number, 0, bug), 3)) {
      FailureException error = Errors.failure("DATA-BATCH", loader::next);
      assertThat(error).hasCause(bug);
      assertThat(error.place()).isEqualTo("batch 0");
    }
  }

  @Test
  void closingStopsTheBackgroundThread() throws InterruptedException {
    BatchLoader loader = loader(number -> BATCH, 100);
    loader.next();
    loader.close();
    await(loader::stopped);
    assertThat(loader.hasNext()).isFalse();
    assertThatThrownBy(loader::next).isInstanceOf(NoSuchElementException.class);
    loader.close();
  }

  @Test
  void theBackgroundThreadEndsWithThePass() throws InterruptedException {
    BatchLoader loader = BatchLoader.sequential(split, 5);
    all(loader);
    await(loader::stopped);
    assertThatThrownBy(loader::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void anInterruptedConsumerIsToldAndStaysInterrupted() {
    try (BatchLoader loader = loader(number -> sleeping(), 2)) {
      Thread.currentThread().interrupt();
      Errors.failure("DATA-INTERRUPTED", loader::next);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aBatchOfNothingIsRefused() {
    assertThatThrownBy(() -> BatchLoader.sequential(split, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static BatchLoader loader(BatchLoader.Source source, int batches) {
    return new BatchLoader("test", source, batches, 0);
  }

  private static Batch counted(AtomicInteger count) {
    count.incrementAndGet();
    return BATCH;
  }

  private static Batch failing(int number, int bad, RuntimeException error) {
    if (number == bad) {
      throw error;
    }
    return BATCH;
  }

  private static Batch sleeping() {
    try {
      Thread.sleep(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return BATCH;
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(2);
    }
  }

  private static List<Batch> all(BatchLoader loader) {
    List<Batch> batches = new ArrayList<>();
    try (loader) {
      loader.forEachRemaining(batches::add);
    }
    return batches;
  }

  private static List<Integer> indices(List<Batch> batches) {
    return batches.stream().flatMap(batch -> IntStream.of(batch.indices()).boxed()).toList();
  }
}
