package dev.elbow.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.elbow.cli.doctor.Finding.Status;
import dev.elbow.data.DataFolder;
import dev.elbow.spi.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

  private static Check check(Supplier<List<Finding>> look) {
    return new Check() {
      @Override
      public String topic() {
        return "topic";
      }

      @Override
      public List<Finding> look() {
        return look.get();
      }
    };
  }

  @Test
  void aCheckThatFailsIsAProblemAndTheOthersAreStillMade() {
    Doctor doctor =
        new Doctor(
            List.of(
                check(
                    () -> {
                      throw new InputException("BACKEND-NO-CPU", "no jars", "lib", "unpack");
                    }),
                check(
                    () -> {
                      throw new IllegalStateException("oops");
                    }),
                check(() -> List.of(Finding.ok("last", "fine")))));

    List<Finding> findings = doctor.look();

    assertThat(findings)
        .extracting(Finding::status)
        .containsExactly(Status.PROBLEM, Status.PROBLEM, Status.OK);
    assertThat(findings.get(0).text()).isEqualTo("BACKEND-NO-CPU: no jars (lib)");
    assertThat(findings.get(0).fix()).isEqualTo("unpack");
    assertThat(findings.get(1).text()).contains("oops");
  }

  @Test
  void threadsThatSpinWhileTheyWaitAreAWarning() {
    assertThat(threads(Map.of("OMP_WAIT_POLICY", "passive", "OMP_NUM_THREADS", "2")))
        .containsExactly(Status.OK, Status.OK);
    assertThat(threads(Map.of("OMP_WAIT_POLICY", "ACTIVE", "OMP_NUM_THREADS", "2")))
        .containsExactly(Status.OK, Status.WARNING);
    assertThat(threads(Map.of())).containsExactly(Status.WARNING, Status.WARNING);
  }

  @Test
  void moreThreadsThanCoresAreAWarningWithTheRightNumber() {
    Finding number = new ThreadsCheck(Map.of("OMP_NUM_THREADS", "64"), 2).look().get(0);

    assertThat(number.status()).isEqualTo(Status.WARNING);
    assertThat(number.text()).isEqualTo("OMP_NUM_THREADS is 64, though 2 cores are there");
    assertThat(number.fix()).contains("Set OMP_NUM_THREADS to 2");
  }

  private static List<Status> threads(Map<String, String> environment) {
    return new ThreadsCheck(environment, 2).look().stream().map(Finding::status).toList();
  }

  @Test
  void aJvmWithoutTheAgentIsAProblem() {
    Properties properties = new Properties();
    properties.setProperty("elbow.home", "/opt/elbow");

    List<Finding> findings = new JavaCheck(properties, 17).look();

    assertThat(findings).extracting(Finding::topic).contains("java", "agent", "heap", "elbow");
    assertThat(findings.get(1).status()).isEqualTo(Status.PROBLEM);
    assertThat(findings.get(1).fix()).contains("bin/elbow");
  }

  @Test
  void aJavaNewerThanThoseTestedIsAWarning() {
    Properties properties = new Properties();
    properties.setProperty("elbow.home", "/opt/elbow");

    assertThat(new JavaCheck(properties, 26).look().get(0).status()).isEqualTo(Status.WARNING);
    assertThat(new JavaCheck(properties, 25).look().get(0).status()).isEqualTo(Status.OK);
  }

  @Test
  void littleMemoryIsAWarning() {
    assertThat(new MachineCheck("x", 1, 1_000_000_000L).look().get(2).status())
        .isEqualTo(Status.WARNING);
    assertThat(new MachineCheck("x", 1, 8_000_000_000L).look().get(2).text()).isEqualTo("8.0 GB");
    assertThat(new MachineCheck("x", 1, 0).look().get(2).text()).isEqualTo("not known");
  }

  @Test
  void theDataFolderSaysWhatIsThereAndHowToGetTheRest(@TempDir Path folder) {
    Finding data = new DataCheck(new DataFolder(folder), "./elbow").look().get(0);

    assertThat(data.text())
        .startsWith(folder + ": fashion-mnist-sample;")
        .contains("`./elbow data fetch NAME` gets fashion-mnist, mnist");
  }

  @Test
  void theWorkingFolderShowsItsSpace(@TempDir Path folder) {
    assertThat(new WorkingFolderCheck(folder).look().get(0).text())
        .startsWith(folder.toString())
        .endsWith("free");
    assertThat(new WorkingFolderCheck(folder.resolve("none")).look().get(0).status())
        .isEqualTo(Status.WARNING);
  }

  @Test
  void drawingLeavesNoFileBehind() {
    assertThat(new DrawingCheck().look()).hasSize(1);
  }
}
