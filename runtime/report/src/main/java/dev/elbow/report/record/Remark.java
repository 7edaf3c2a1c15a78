package dev.elbow.report.record;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the collapse doctor said during the training.
 *
 * @param epoch after which
 * @param finding in a few words
 * @param over whether it was seen before and is not any more
 * @param text what is wrong and what to try
 */
public record Remark(int epoch, String finding, boolean over, String text) {

  static Remark of(ObjectNode line) {
    return new Remark(
        line.path("epoch").asInt(),
        line.path("finding").asText(),
        line.path("over").asBoolean(),
        line.path("text").asText());
  }
}
