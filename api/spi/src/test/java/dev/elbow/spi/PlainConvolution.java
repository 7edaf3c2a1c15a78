package dev.elbow.spi;

/** Convolutions as loops; weights in the order of row, column, large's channel, small's channel. */
interface PlainConvolution {

  double[] apply(Images x, Convolution convolution, double[] weight, double[] bias);

  static double[] strided(Images x, Convolution c, double[] weight, double[] bias) {
    Images y = Images.zeros(x.batch(), c.to());
    int above = padding(c.from().height(), c.to().height(), c);
    int left = padding(c.from().width(), c.to().width(), c);
    for (int i = 0; i < y.values().length; i++) {
      int column = i % c.to().width();
      int row = i / c.to().width() % c.to().height();
      int channel = i / c.to().width() / c.to().height() % c.to().channels();
      int example = i / c.to().features();
      double sum = bias[channel];
      for (int j = 0; j < c.kernel() * c.kernel() * c.from().channels(); j++) {
        int from = j % c.from().channels();
        int kernelColumn = j / c.from().channels() % c.kernel();
        int kernelRow = j / c.from().channels() / c.kernel();
        int x0 = column * c.stride() - left + kernelColumn;
        int y0 = row * c.stride() - above + kernelRow;
        sum += weight[j * c.to().channels() + channel] * x.at(example, from, y0, x0);
      }
      y.values()[i] = sum;
    }
    return y.values();
  }

  static double[] transposed(Images x, Convolution c, double[] weight, double[] bias) {
    Images y = Images.zeros(x.batch(), c.to());
    int positions = c.to().height() * c.to().width();
    for (int i = 0; i < y.values().length; i++) {
      y.values()[i] = bias[i / positions % c.to().channels()];
    }
    int above = padding(c.to().height(), c.from().height(), c);
    int left = padding(c.to().width(), c.from().width(), c);
    for (int i = 0; i < x.values().length; i++) {
      int column = i % c.from().width() * c.stride() - left;
      int row = i / c.from().width() % c.from().height() * c.stride() - above;
      int channel = i / c.from().width() / c.from().height() % c.from().channels();
      for (int j = 0; j < c.kernel() * c.kernel() * c.to().channels(); j++) {
        int to = j % c.to().channels();
        int y1 = row + j / c.to().channels() / c.kernel();
        int x1 = column + j / c.to().channels() % c.kernel();
        if (y1 >= 0 && y1 < c.to().height() && x1 >= 0 && x1 < c.to().width()) {
          double w = weight[j * c.from().channels() + channel];
          y.values()[y.index(i / c.from().features(), to, y1, x1)] += w * x.values()[i];
        }
      }
    }
    return y.values();
  }

  /** Of the rows or columns that the windows reach beyond the large image, half stand before it. */
  private static int padding(int large, int small, Convolution c) {
    int reached = (small - 1) * c.stride() + c.kernel();
    return reached > large ? (reached - large) / 2 : 0;
  }
}
