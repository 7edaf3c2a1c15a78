package dev.elbow.launcher;

import dev.elbow.spi.Role;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;

/** A class that a jar names as a factory of a role. */
record Provider(Role role, String className) {

  /** How a jar's classes are found. */
  @FunctionalInterface
  interface ClassSource {
    Class<?> load(String name) throws ClassNotFoundException;
  }

  /** Makes the factory with its public constructor without parameters. */
  Object instantiate(ClassSource classes) throws UnusableException {
    try {
      Class<?> type = classes.load(className);
      if (!role.factoryType().isAssignableFrom(type)) {
        throw FactoryContract.otherType(role, type);
      }
      return constructor(type).newInstance();
    } catch (ReflectiveOperationException
        | LinkageError
        | RuntimeException
        | AssertionError problem) {
      throw PluginDefect.explain(className, problem);
    }
  }

  private static Constructor<?> constructor(Class<?> type) throws UnusableException {
    try {
      Constructor<?> constructor = type.getConstructor();
      if (Modifier.isPublic(type.getModifiers()) && !Modifier.isAbstract(type.getModifiers())) {
        return constructor;
      }
    } catch (NoSuchMethodException none) {
      // reported below, as for a class that is not public
    }
    throw new UnusableException(
        type.getName() + " is no public class with a public constructor without parameters",
        "Make the class public and concrete, and give it such a constructor.");
  }
}
