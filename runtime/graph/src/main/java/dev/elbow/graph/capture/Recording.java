package dev.elbow.graph.capture;

import dev.elbow.graph.ir.Call;
import dev.elbow.graph.ir.Value;
import java.util.List;
import java.util.Map;

/**
 * One execution of a graph: the calls in their order.
 *
 * @param calls in the order of the execution
 * @param inputs by the names of the graph's inputs
 * @param outputs by the names that were asked for
 */
public record Recording(List<Call> calls, Map<String, Value> inputs, Map<String, Value> outputs) {}
