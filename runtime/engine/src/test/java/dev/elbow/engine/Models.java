package dev.elbow.engine;

import dev.elbow.configuration.Binder;
import dev.elbow.configuration.ContextPartMaker;
import dev.elbow.configuration.ListNode;
import dev.elbow.configuration.MapNode;
import dev.elbow.configuration.Resolver;
import dev.elbow.configuration.ScalarNode;
import dev.elbow.configuration.YamlReader;
import dev.elbow.engine.model.ModelContext;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.ModelParts;
import dev.elbow.engine.model.WeightedTerm;
import dev.elbow.engine.options.ExperimentOptions;
import dev.elbow.engine.registry.Registry;
import dev.elbow.spi.DataShape;
import dev.elbow.spi.DataValues;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/** Small models for tests: 2 x 3 images, NET is a network with a hidden layer of 4. */
public final class Models {
  public static final DataShape SHAPE = new DataShape(1, 2, 3);

  private Models() {}

  public static ModelGraphs small(String model, String objective, DataType dataType) {
    return ModelGraphs.assemble(parts(model, objective), 3, dataType);
  }

  public static ModelParts parts(String model, String objective) {
    return parts(model, objective, SHAPE);
  }

  public static ModelParts parts(String model, String objective, DataShape shape) {
    Registry registry = Plugins.engine().registry();
    String yaml =
        "data: {dataset: fashion-mnist-sample}\nmodel: "
            + model.replace("NET", "{type: mlp, hidden: [4], activation: tanh}")
            + "\nobjective: "
            + objective
            + "\n";
    MapNode resolved =
        Resolver.resolve(YamlReader.read(yaml, "test"), ExperimentOptions.class, registry);
    int latent =
        Integer.parseInt(((ScalarNode) ((MapNode) resolved.get("model")).get("latent")).text());
    ModelContext context = new ModelContext(latent, shape, DataValues.UNIT_INTERVAL);
    ExperimentOptions options =
        Binder.bind(resolved, ExperimentOptions.class, registry, new ContextPartMaker(context));
    List<String> types =
        ((ListNode) resolved.get("objective"))
            .items().stream().map(term -> ((MapNode) term).get("type").toString()).toList();
    List<WeightedTerm> terms = WeightedTerm.named(options.objective(), types);
    ModelParts parts = new ModelParts(options.model(), terms, shape, DataValues.UNIT_INTERVAL);
    context.complete(parts);
    return parts;
  }
}
