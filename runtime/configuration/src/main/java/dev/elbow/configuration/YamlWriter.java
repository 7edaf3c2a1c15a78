package dev.elbow.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes block YAML, short lists of scalars on one line, that reads back to an equal tree. */
public final class YamlWriter {
  private static final int LONGEST_LINE_LIST = 72;
  private static final ScalarResolver TAGS = new CoreScalarResolver(true);

  private YamlWriter() {}

  /** The document, with a line end after its last line. */
  public static String write(ConfigNode node) {
    DumpSettings settings =
        DumpSettings.builder()
            .setSchema(new CoreSchema())
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setSplitLines(false)
            .build();
    StringBuilder text = new StringBuilder();
    new Dump(settings).dumpNode(toYaml(node), new Appender(text));
    return text.toString();
  }

  private static Node toYaml(ConfigNode node) {
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar);
    }
    if (node instanceof ListNode list) {
      List<Node> items = list.items().stream().map(YamlWriter::toYaml).toList();
      return new SequenceNode(Tag.SEQ, items, flow(list) ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }
    List<NodeTuple> tuples = new ArrayList<>();
    ((MapNode) node)
        .entries()
        .forEach((key, value) -> tuples.add(new NodeTuple(key(key), toYaml(value))));
    return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
  }

  private static boolean flow(ListNode list) {
    return list.items().stream().allMatch(ScalarNode.class::isInstance)
        && list.toString().length() <= LONGEST_LINE_LIST;
  }

  private static Node scalar(ScalarNode scalar) {
    return scalar.quoted()
        ? yamlScalar(Tag.STR, scalar.text(), ScalarStyle.DOUBLE_QUOTED)
        : yamlScalar(TAGS.resolve(scalar.text(), true), scalar.text(), ScalarStyle.PLAIN);
  }

  private static Node key(String key) {
    return yamlScalar(Tag.STR, key, ScalarStyle.PLAIN);
  }

  private static Node yamlScalar(Tag tag, String text, ScalarStyle style) {
    return new org.snakeyaml.engine.v2.nodes.ScalarNode(
        tag, true, text, style, Optional.empty(), Optional.empty());
  }

  private record Appender(StringBuilder text) implements StreamDataWriter {
    @Override
    public void write(String part) {
      text.append(part);
    }

    @Override
    public void write(String part, int start, int length) {
      text.append(part, start, start + length);
    }
  }
}
