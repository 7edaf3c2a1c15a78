package dev.elbow.tck;

import dev.elbow.spi.PartContext;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * The part under test in one configuration, and the graphs made of it so far.
 *
 * @param <P> the role's interface
 */
final class Subject<P> {
  private record Key(String scene, DataType dataType, boolean training) {}

  private final Parts<P> parts;
  private final String configuration;
  private final Map<Key, Bench> benches = new HashMap<>();

  Subject(Parts<P> parts, String configuration) {
    this.parts = parts;
    this.configuration = configuration;
  }

  P part(PartContext context) {
    return parts.make(configuration, context);
  }

  /** In double precision, as in training. */
  Bench bench(Scene<P> scene) {
    return bench(scene, DataType.DOUBLE, true);
  }

  Bench bench(Scene<P> scene, DataType dataType, boolean training) {
    Key key = new Key(scene.label(), dataType, training);
    return benches.computeIfAbsent(key, k -> fresh(scene, dataType, training));
  }

  /** A graph that nobody has used, of a part made for it. */
  Bench fresh(Scene<P> scene, DataType dataType, boolean training) {
    P part = part(scene.context());
    return Bench.build(
        dataType,
        training,
        bench -> scene.application().accept(part, bench.stage(Scene.SCOPE, "")));
  }
}
