package dev.elbow.engine.audit;

import dev.elbow.data.RandomStream;
import dev.elbow.data.RandomStreams;
import dev.elbow.engine.model.ModelGraphs;
import dev.elbow.engine.model.ModelParts;
import dev.elbow.graph.GraphBuilder;
import dev.elbow.graph.ParameterStore;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Everything that an audit looks into, in double precision, on one set of parameters.
 *
 * @param graphs those that train and evaluate
 * @param latent posterior and prior without the encoder
 * @param prior alone
 * @param watched the latent graph once more, with its flows observed
 * @param flows uses of flows in it
 */
record AuditModel(
    ModelGraphs graphs,
    LatentGraph latent,
    PriorGraph prior,
    LatentGraph watched,
    List<FlowCall> flows) {

  static AuditModel of(ModelParts parts, FlowObserver observer, long seed) {
    LatentGraph latent = LatentGraph.build(parts);
    PriorGraph prior = PriorGraph.build(parts);
    LatentGraph watched = observer.watch(() -> LatentGraph.build(parts));
    ModelGraphs graphs =
        ModelGraphs.assemble(
            parts, seed, DataType.DOUBLE, latent.graph(), prior.graph(), watched.graph());
    return new AuditModel(graphs, latent, prior, watched, observer.calls());
  }

  ModelParts parts() {
    return graphs.parts();
  }

  /** Takes a trained model's parameters and states. */
  void restore(ParameterStore trained) {
    Map<String, INDArray> values = trained.arrays();
    graphs
        .parameters()
        .arrays()
        .forEach((name, array) -> array.assign(values.get(name).castTo(DataType.DOUBLE)));
  }

  /**
   * Moves every parameter away from its first value, where a mistake may hide behind a 0: 1.5 p + e
   * / (2 sqrt(inputs)), e ~ N(0, 1).
   */
  void perturb(long seed) {
    graphs
        .parameters()
        .viewsOf(graphs.parameters().flat())
        .forEach(
            (name, values) -> {
              RandomStream random = RandomStreams.stream(seed, "audit/perturb/" + name, 0);
              double scale = 0.5 / Math.sqrt(values.size(0));
              double[] moves = new double[Math.toIntExact(values.length())];
              for (int i = 0; i < moves.length; i++) {
                moves[i] = scale * random.nextGaussian();
              }
              INDArray move = Nd4j.create(moves, values.shape(), DataType.DOUBLE);
              values.muli(1.5).addi(move);
            });
  }

  /** A graph for one more part of this model, on the same parameters. */
  void connect(GraphBuilder builder) {
    var built = builder.build();
    Map<String, INDArray> arrays = graphs.parameters().arrays();
    built.parameters().forEach(p -> built.variables().setArray(p.name(), arrays.get(p.name())));
    built.states().forEach(s -> built.variables().setArray(s.name(), arrays.get(s.name())));
  }
}
