package dev.elbow.configuration;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A JSON Schema (draft 2020-12) of the configuration, for editors that complete and check YAML. */
public final class JsonSchema {
  private JsonSchema() {}

  /**
   * The schema of a configuration with the plugins that are there.
   *
   * <p>Each role, part and nested record is one definition under {@code $defs}, so that parts in
   * parts have no end. It is a little stricter than {@link Resolver}, which also takes words in
   * capitals and numbers as texts.
   */
  public static ObjectNode of(Class<? extends Record> root, PartCatalog catalog) {
    return new JsonSchemaBuilder(catalog).root(Schema.of(root));
  }
}
