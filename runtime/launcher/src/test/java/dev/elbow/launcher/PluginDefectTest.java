package dev.elbow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.spi.InputException;
import java.lang.reflect.InvocationTargetException;
import org.junit.jupiter.api.Test;

class PluginDefectTest {

  @Test
  void aMethodThatIsGoneMeansAnotherVersion() {
    UnusableException defect =
        PluginDefect.explain("a.B", new NoSuchMethodError("'void dev.elbow.spi.Graph.old()'"));
    assertThat(defect.reason()).contains("a.B was compiled against another version", "Graph.old()");
    assertThat(defect.fix()).contains("Build the plugin again");
  }

  @Test
  void wrappersAreTakenOff() {
    Throwable wrapped =
        new InvocationTargetException(
            new ExceptionInInitializerError(new ArithmeticException("/ by zero")));
    assertThat(PluginDefect.explain("a.B", wrapped).reason())
        .isEqualTo("a.B throws ArithmeticException: / by zero");
  }

  @Test
  void aPluginsOwnFixIsPassedOn() {
    InputException own = new InputException("MY-ID", "no file", "", "Set MY_FILE.");
    assertThat(PluginDefect.explain("a.B", own).fix()).isEqualTo("Set MY_FILE.");
  }

  @Test
  void aMissingClassIsNamedAsInSource() {
    assertThat(PluginDefect.explain("a.B", new NoClassDefFoundError("com/example/Matrix")).reason())
        .isEqualTo("a.B needs the class com.example.Matrix, which is not found");
    assertThat(PluginDefect.explain("a.B", new NoClassDefFoundError("Matrix")).reason())
        .isEqualTo("a.B needs the class Matrix, which is not found");
  }
}
