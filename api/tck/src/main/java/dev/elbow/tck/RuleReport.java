package dev.elbow.tck;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Puts the part, the configuration and the rule before whatever a rule failed with. */
final class RuleReport implements TestExecutionExceptionHandler {

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable problem)
      throws Throwable {
    if (problem instanceof TestAbortedException || problem instanceof VirtualMachineError) {
      throw problem;
    }
    if (problem instanceof AssertionError) {
      // the message says it all: a cause would print it again
      throw new AssertionFailedError(heading(context) + "\n" + problem.getMessage());
    }
    throw new AssertionFailedError(heading(context) + "\nit fails with " + problem, problem);
  }

  private static String heading(ExtensionContext context) {
    String subject = ((FactoryContract<?>) context.getRequiredTestInstance()).subjectName();
    ExtensionContext parent = context.getParent().orElseThrow();
    return parent.getTestMethod().isPresent()
        ? "%s %s, rule %s".formatted(subject, context.getDisplayName(), parent.getDisplayName())
        : "%s, rule %s".formatted(subject, context.getDisplayName());
  }
}
