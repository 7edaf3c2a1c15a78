package dev.elbow.configuration;

import dev.elbow.spi.InputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/** Turns the YAML library's nodes into ours, writing aliases out in full. */
final class NodeConverter {
  /** Far above any real file; a few aliases of aliases could otherwise fill the memory. */
  private static final int MOST_NODES = 100_000;

  /** Bounds every recursion over the tree. */
  private static final int DEEPEST = 100;

  private static final Set<Tag> TAGS =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.MERGE, Tag.MAP, Tag.SEQ);

  private static final ScalarResolver IMPLICIT_TAGS = new CoreScalarResolver(true);

  private final Function<Mark, Place> places;
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int count;

  NodeConverter(Function<Mark, Place> places) {
    this.places = places;
  }

  ConfigNode convert(Node node) {
    Place place = place(node);
    if (!TAGS.contains(node.getTag())) {
      throw error("CFG-TAG", "the tag " + node.getTag() + " is not known", place, "Remove it.");
    }
    if (++count > MOST_NODES) {
      String problem = "expected at most " + MOST_NODES + " values, found more";
      throw error("CFG-TOO-LARGE", problem, place, "Use fewer aliases.");
    }
    if (node instanceof org.snakeyaml.engine.v2.nodes.ScalarNode scalar) {
      return new ScalarNode(scalar.getValue(), isText(scalar), place);
    }
    if (!open.add(node)) {
      throw error(
          "CFG-RECURSIVE-ALIAS", "the value contains itself", place, "Remove the alias to it.");
    }
    if (open.size() > DEEPEST) {
      String problem = "expected at most " + DEEPEST + " values inside one another, found more";
      throw error("CFG-TOO-DEEP", problem, place, "Nest less.");
    }
    ConfigNode converted =
        node instanceof SequenceNode list ? list(list, place) : map((MappingNode) node, place);
    open.remove(node);
    return converted;
  }

  /** Quoted, in a block, or tagged {@code !!str} although it looks like something else. */
  private static boolean isText(org.snakeyaml.engine.v2.nodes.ScalarNode scalar) {
    return scalar.getScalarStyle() != ScalarStyle.PLAIN
        || (scalar.getTag().equals(Tag.STR)
            && !IMPLICIT_TAGS.resolve(scalar.getValue(), true).equals(Tag.STR));
  }

  private ListNode list(SequenceNode node, Place place) {
    List<ConfigNode> items = new ArrayList<>();
    node.getValue().forEach(item -> items.add(convert(item)));
    return new ListNode(items, place);
  }

  private MapNode map(MappingNode node, Place place) {
    Map<String, ConfigNode> entries = new LinkedHashMap<>();
    Map<String, Place> keys = new HashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      String key = key(tuple.getKeyNode());
      Place keyPlace = place(tuple.getKeyNode());
      if (keys.containsKey(key)) {
        String problem = "the key " + key + " stands twice, first at " + keys.get(key);
        throw error("CFG-DUPLICATE-KEY", problem, keyPlace, "Keep one of the two.");
      }
      keys.put(key, keyPlace);
      entries.put(key, convert(tuple.getValueNode()));
    }
    return new MapNode(entries, keys, place);
  }

  private String key(Node node) {
    if (node instanceof org.snakeyaml.engine.v2.nodes.ScalarNode scalar) {
      return scalar.getValue();
    }
    throw error("CFG-KEY", "expected a word as the key", place(node), "Write key: value.");
  }

  private Place place(Node node) {
    return node.getStartMark().map(places).orElseThrow();
  }

  private static InputException error(String id, String problem, Place place, String fix) {
    return new InputException(id, problem, place.toString(), fix);
  }
}
