package dev.elbow.configuration;

import dev.elbow.spi.InputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2, one document of it, keeping the place of every key and value. */
public final class YamlReader {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private YamlReader() {}

  /**
   * Reads a UTF-8 file.
   *
   * @throws InputException if it cannot be read, is not YAML, or is empty
   */
  public static ConfigNode read(Path file) {
    return read(text(file), file.toString());
  }

  /**
   * Reads a document from memory.
   *
   * @param name what places call the source
   * @throws InputException if it is not YAML, or is empty
   */
  public static ConfigNode read(String source, String name) {
    ConfigNode root = parse(source, mark -> place(name, mark), Place.of(name));
    if (root.isNull()) {
      throw new InputException(
          "CFG-EMPTY", "expected a configuration, found nothing", name, "Write at least one key.");
    }
    return root;
  }

  /** Reads a value that has no lines of its own: of {@code --set}, or a default. */
  static ConfigNode readValue(String source, Place place) {
    return parse(source, mark -> place, place);
  }

  private static ConfigNode parse(String source, Function<Mark, Place> places, Place start) {
    LoadSettings settings =
        LoadSettings.builder().setSchema(new CoreSchema()).setAllowNonScalarKeys(true).build();
    String text = source.startsWith(BYTE_ORDER_MARK) ? source.substring(1) : source;
    try {
      Iterator<Node> documents = new Compose(settings).composeAllFromString(text).iterator();
      if (!documents.hasNext()) {
        return ScalarNode.plain("", start);
      }
      ConfigNode first = new NodeConverter(places).convert(documents.next());
      if (documents.hasNext()) {
        throw manyDocuments(documents.next(), places, start);
      }
      return first;
    } catch (MarkedYamlEngineException e) {
      throw syntax(e.getProblem(), e.getProblemMark().map(places).orElse(start), e);
    } catch (ReaderException e) {
      String problem = "YAML does not allow the character U+%04X".formatted(e.getCodePoint());
      throw syntax(problem, places.apply(mark(text, e.getPosition())), e);
    } catch (YamlEngineException e) {
      throw syntax(String.valueOf(e.getMessage()), start, e);
    } catch (StackOverflowError e) {
      throw syntax("the nesting is too deep", start, e);
    }
  }

  private static Place place(String name, Mark mark) {
    return new Place(name, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Mark mark(String text, int position) {
    String before = text.substring(0, Math.min(position, text.length()));
    int line = (int) before.chars().filter(c -> c == '\n').count();
    int column = before.length() - (before.lastIndexOf('\n') + 1);
    return new Mark("", position, line, column, new int[0], 0);
  }

  private static InputException manyDocuments(
      Node second, Function<Mark, Place> places, Place start) {
    return new InputException(
        "CFG-MANY-DOCUMENTS",
        "expected one YAML document, found a second one",
        second.getStartMark().map(places).orElse(start).toString(),
        "Keep one document; remove the --- line and what follows it.");
  }

  private static InputException syntax(String problem, Place place, Throwable cause) {
    return new InputException(
        "CFG-SYNTAX",
        "this is not YAML: " + problem,
        place.toString(),
        "Indent with spaces, close every bracket and quote, put a space after each colon, and quote"
            + " texts that hold \": \" or \" #\".",
        cause);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw unreadable("there is no such file", file, "Check the path.", e);
    } catch (CharacterCodingException e) {
      throw unreadable("expected UTF-8 text", file, "Save the file as UTF-8.", e);
    } catch (IOException e) {
      String problem = Files.isDirectory(file) ? "it is a directory" : String.valueOf(e);
      throw unreadable(problem, file, "Give the path of a YAML file that you may read.", e);
    }
  }

  private static InputException unreadable(String problem, Path file, String fix, Exception cause) {
    return new InputException(
        "CFG-UNREADABLE", "cannot read the configuration: " + problem, file.toString(), fix, cause);
  }
}
