package dev.elbow.tck;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Rules in the order of their numbers: C1, C2, ... C10, F1. An author's own tests come last. */
final class RuleOrder implements MethodOrderer {
  private static final Pattern RULE = Pattern.compile("([A-Z])(\\d+) .*");

  @Override
  public void orderMethods(MethodOrdererContext context) {
    context.getMethodDescriptors().sort(Comparator.comparing(RuleOrder::key));
  }

  private static String key(MethodDescriptor method) {
    Matcher rule = RULE.matcher(method.getDisplayName());
    return rule.matches()
        ? "%s%03d".formatted(rule.group(1), Integer.parseInt(rule.group(2)))
        : "~" + method.getDisplayName();
  }
}
