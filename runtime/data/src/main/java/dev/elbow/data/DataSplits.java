package dev.elbow.data;

import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import dev.elbow.spi.InputException;
import java.util.Optional;

/**
 * The data of an experiment.
 *
 * @param name the dataset's, or the image file's
 * @param shape of one example
 * @param values what binarisation leaves of the grey values
 * @param sha256 digest, in hex, of the examples and labels of all splits before binarisation
 */
public record DataSplits(
    String name,
    Split train,
    Optional<Split> validation,
    Split test,
    DataShape shape,
    DataValues values,
    String sha256) {

  /**
   * Reads the data into memory and splits it.
   *
   * <p>In this order: the test images are the dataset's or {@code testImages}, or else the last
   * {@code testSplit} images (0: a tenth, at least one); the validation images are the last {@code
   * validation} of what is left; training takes the first {@code limit} of what is left then.
   *
   * @param seed of stochastic binarisation
   * @throws InputException if an option, a file or a size is wrong
   */
  public static DataSplits open(DataOptions options, DataFolder folder, long seed) {
    options.validate();
    DataImages all = DataImages.open(options, folder);
    DataImages cut = all.splitOff(options);
    Binarization binarize = options.binarize();
    return new DataSplits(
        cut.name(),
        new Split("train", cut.train(), binarize, seed, true),
        cut.validation().map(images -> new Split("validation", images, binarize, seed, false)),
        new Split("test", cut.test().orElseThrow(), binarize, seed, false),
        cut.train().shape(),
        binarize.dataValues(),
        cut.sha256());
  }
}
