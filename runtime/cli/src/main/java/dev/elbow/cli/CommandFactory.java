package dev.elbow.cli;

import dev.elbow.cli.host.Context;
import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Makes commands, handing the context to those whose constructor takes it. */
record CommandFactory(Context context) implements CommandLine.IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == Context.class) {
        constructor.setAccessible(true);
        return type.cast(constructor.newInstance(context));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
