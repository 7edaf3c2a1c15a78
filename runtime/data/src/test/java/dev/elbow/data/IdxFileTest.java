package dev.elbow.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
  @TempDir Path folder;

  @Test
  void readsImagesAndLabels() {
    Images images =
        IdxFile.read(file(Idx.images(30, 2, 3)), Optional.of(file("labels", Idx.labels(30))));
    assertThat(images.shape()).isEqualTo(new DataShape(1, 2, 3));
    assertThat(images.count()).isEqualTo(30);
    assertThat(images.pixel(2, 5)).isEqualTo(25);
    assertThat(images.pixel(25, 4)).isEqualTo(254);
    assertThat(images.label(27)).hasValue(7);
  }

  @Test
  void knowsGzipByContentNotByName() {
    Images packed = IdxFile.read(file("plain-name", Idx.gzip(Idx.images(3, 2, 2))), none());
    Images plain = IdxFile.read(file("name.gz", Idx.images(3, 2, 2)), none());
    assertThat(packed.sha256()).isEqualTo(plain.sha256());
    assertThat(packed.labelled()).isFalse();
  }

  @Test
  void aMissingFileIsNamed() {
    InputException error = refused("DATA-FILE-MISSING", folder.resolve("absent"));
    assertThat(error.place()).endsWith("absent");
  }

  @Test
  void aFolderIsNoFile() {
    assertThat(refused("DATA-FILE-MISSING", folder).problem()).contains("folder");
  }

  @Test
  void anyOtherFileIsRefused() {
    assertThat(refused("DATA-NOT-IDX", file("<html><body>".getBytes())).problem())
        .contains("not an IDX file", "0x3C68746D");
    assertThat(refused("DATA-NOT-IDX", file(new byte[0])).problem()).contains("0 bytes");
    assertThat(refused("DATA-NOT-IDX", file(Idx.header(0x00000D03, 1, 1, 1))).problem())
        .contains("another type");
  }

  @Test
  void labelsInPlaceOfImagesAreRecognised() {
    assertThat(refused("DATA-NOT-IDX", file(Idx.labels(3))).problem())
        .contains("expected an IDX file of images (0x00000803)")
        .contains("found an IDX file of labels (0x00000801)");
  }

  @Test
  void imagesInPlaceOfLabelsAreRecognised() {
    Path images = file(Idx.images(3, 2, 2));
    InputException error =
        Errors.input("DATA-NOT-IDX", () -> IdxFile.read(images, Optional.of(images)));
    assertThat(error.problem()).contains("found an IDX file of images");
  }

  @Test
  void aTruncatedFileSaysHowManyBytesAreMissing() {
    byte[] whole = Idx.images(3, 2, 2);
    Path cut = file(Arrays.copyOf(whole, whole.length - 5));
    assertThat(refused("DATA-TRUNCATED", cut).problem()).isEqualTo("expected 28 bytes, found 23");
    assertThat(refused("DATA-TRUNCATED", file(Arrays.copyOf(whole, 10))).problem())
        .isEqualTo("expected 12 bytes, found 10");
  }

  @Test
  void aTruncatedContentInAWholeGzipFileIsFound() {
    Path cut = file(Idx.gzip(Arrays.copyOf(Idx.images(3, 2, 2), 23)));
    assertThat(refused("DATA-TRUNCATED", cut).problem()).isEqualTo("expected 28 bytes, found 23");
  }

  @Test
  void aTruncatedGzipFileIsFound() {
    byte[] whole = Idx.gzip(Idx.images(50, 5, 5));
    assertThat(refused("DATA-TRUNCATED", file(Arrays.copyOf(whole, 100))).problem())
        .contains("cut off after 100 bytes");
    assertThat(refused("DATA-TRUNCATED", file(Arrays.copyOf(whole, 5))).problem())
        .contains("cut off after 5 bytes");
    refused("DATA-TRUNCATED", file(Arrays.copyOf(whole, whole.length - 4)));
  }

  @Test
  void aDamagedGzipFileIsFound() {
    byte[] damaged = Idx.gzip(Idx.images(50, 5, 5));
    damaged[damaged.length - 6] ^= 1;
    assertThat(refused("DATA-GZIP", file(damaged)).problem()).contains("damaged");
  }

  @Test
  void bytesAfterTheEndAreRefused() {
    byte[] longer = Arrays.copyOf(Idx.images(3, 2, 2), 29);
    assertThat(refused("DATA-TRAILING-BYTES", file(longer)).problem())
        .isEqualTo("expected 28 bytes, as the header says, found more");
    refused("DATA-TRAILING-BYTES", file(Idx.gzip(longer)));
  }

  @Test
  void anotherNumberOfLabelsThanOfImagesIsRefused() {
    Path images = file(Idx.images(3, 2, 2));
    Path labels = file("labels", Idx.labels(4));
    InputException error =
        Errors.input("DATA-COUNT-MISMATCH", () -> IdxFile.read(images, Optional.of(labels)));
    assertThat(error.problem()).contains("(3 in", "found 4");
    assertThat(error.place()).isEqualTo(labels.toString());
  }

  @Test
  void aFileWithoutImagesIsRefused() {
    refused("DATA-EMPTY", file(Idx.images(0, 2, 2)));
  }

  @Test
  void imagesWithoutPixelsAreRefused() {
    assertThat(refused("DATA-NOT-IDX", file(Idx.header(0x803, 3, 0, 28))).problem())
        .contains("0 x 28");
  }

  /** The header asks for 1.6 GB: more than a test's heap would comfortably give. */
  @Test
  void aHeaderThatPromisesMoreThanTheFileHoldsIsRefusedBeforeAllocation() {
    byte[] header = Idx.header(0x803, 2_000_000, 28, 28);
    assertThat(refused("DATA-TRUNCATED", file(header)).problem())
        .isEqualTo("expected 1568000016 bytes, found 16");
    assertThat(refused("DATA-TRUNCATED", file(Idx.gzip(header))).problem())
        .contains("cannot hold them");
  }

  @Test
  void sizesBeyondAnArrayAreRefused() {
    assertThat(refused("DATA-TOO-LARGE", file(Idx.header(0x803, -1, 65_535, 65_535))).problem())
        .contains("4294967295 images");
    refused("DATA-NOT-IDX", file(Idx.header(0x803, 1, -1, -1)));
  }

  private InputException refused(String id, Path file) {
    return Errors.input(id, () -> IdxFile.read(file, none()));
  }

  private Path file(byte[] content) {
    return file("images", content);
  }

  private Path file(String name, byte[] content) {
    return Idx.write(folder.resolve(name), content);
  }

  private static Optional<Path> none() {
    return Optional.empty();
  }
}
