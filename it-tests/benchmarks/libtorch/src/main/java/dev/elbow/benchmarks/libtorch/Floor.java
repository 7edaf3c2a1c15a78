package dev.elbow.benchmarks.libtorch;

import dev.elbow.benchmarks.cases.Case;
import dev.elbow.benchmarks.cases.MatrixProduct;
import dev.elbow.benchmarks.cases.Work;
import dev.elbow.benchmarks.worker.Contender;
import dev.elbow.benchmarks.worker.Figures;
import dev.elbow.benchmarks.worker.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What the matrix products of a case alone would take: its multiplications and additions at the
 * best rate that any product showed here, of 1024 x 1024 matrices or of the case's own shapes. No
 * other work, no memory traffic.
 */
public final class Floor implements Contender {
  private static final MatrixProduct LARGE = new MatrixProduct(1024, 1024, 1024);
  private static final int TRIES = 60;
  private static final long SHORTEST = 500_000; // nanoseconds; several products if one is shorter

  private final Map<String, String> facts = new TreeMap<>();

  public static void main(String[] arguments) {
    Contender.main(arguments, new Floor());
  }

  @Override
  public Figures time(Job job) {
    torch.set_num_threads(job.threads());
    Case subject = job.subject();
    int batches = subject.work() == Work.TRAIN ? 1 : subject.examples() / subject.batch();
    List<MatrixProduct> products =
        MatrixProduct.of(subject.model(), subject.work(), subject.batch());
    double peak = rate(LARGE);
    double own = 0;
    for (MatrixProduct product : new ArrayList<>(products)) {
      double rate = rate(product);
      peak = Math.max(peak, rate);
      own += product.flops() / rate;
    }
    double milliseconds = batches * MatrixProduct.flops(products) / peak * 1e3;
    facts.put("peak for " + subject.id(), "%.0f GFLOP/s".formatted(peak / 1e9));
    facts.put("own shapes of " + subject.id(), "%.2f ms".formatted(batches * own * 1e3));
    return new Figures(milliseconds, milliseconds, milliseconds, 0, 0);
  }

  /** The best of many tries, operations a second. */
  private static double rate(MatrixProduct product) {
    Tensor a = torch.randn(product.rows(), product.inner());
    Tensor b = torch.randn(product.inner(), product.columns());
    Tensor c = torch.empty(product.rows(), product.columns());
    torch.mm_out(c, a, b);
    long once = elapsed(c, a, b, 1);
    int count = (int) Math.max(1, SHORTEST / Math.max(1, once));
    double best = Double.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      best = Math.min(best, (double) elapsed(c, a, b, count) / count);
    }
    a.close();
    b.close();
    c.close();
    return product.flops() / best * 1e9;
  }

  private static long elapsed(Tensor c, Tensor a, Tensor b, int count) {
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      torch.mm_out(c, a, b).close();
    }
    return System.nanoTime() - start;
  }

  @Override
  public Map<String, String> facts() {
    return facts;
  }
}
