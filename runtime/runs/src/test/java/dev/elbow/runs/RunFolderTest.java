package dev.elbow.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.elbow.spi.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private @TempDir Path parent;

  @Test
  void isNamedAfterTheConfigurationAndTheTime() {
    Path runs = parent.resolve("runs");
    assertThat(RunFolder.create(runs, "vae", CLOCK).path())
        .isEqualTo(runs.resolve("vae-20260304-050607"))
        .isDirectory();
  }

  @Test
  void theTimeIsThatOfTheClocksZone() {
    Clock tokyo = CLOCK.withZone(ZoneId.of("Asia/Tokyo"));
    assertThat(RunFolder.create(parent, "vae", tokyo).path()).hasFileName("vae-20260304-140607");
  }

  @Test
  void runsOfTheSameSecondAreNumbered() {
    RunFolder.create(parent, "vae", CLOCK);
    assertThat(RunFolder.create(parent, "vae", CLOCK).path()).hasFileName("vae-20260304-050607-2");
    assertThat(RunFolder.create(parent, "vae", CLOCK).path()).hasFileName("vae-20260304-050607-3");
  }

  @Test
  void aNameCannotLeaveTheFolder() {
    assertThat(RunFolder.create(parent, "../../my VAE: 2", CLOCK).path())
        .isEqualTo(parent.resolve("my-VAE-2-20260304-050607"));
    assertThat(RunFolder.create(parent, " .. ", CLOCK).path()).hasFileName("run-20260304-050607");
  }

  @Test
  void canBeMadeAtANewOrEmptyFolder() throws IOException {
    assertThat(RunFolder.createAt(parent.resolve("a/b")).path()).isDirectory();
    Path empty = Files.createDirectory(parent.resolve("empty"));
    assertThat(RunFolder.createAt(empty).path()).isEqualTo(empty);
  }

  @Test
  void isNotMadeOverSomethingElse() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "x");
    assertThatThrownBy(() -> RunFolder.createAt(parent))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("RUN-OUT-NOT-EMPTY")
        .hasMessageContaining("one that holds files")
        .hasMessageContaining("elbow resume");
    assertThatThrownBy(() -> RunFolder.createAt(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found a file");
  }

  @Test
  void isMadeAgainWhereARunWasKilledBeforeItBegan() {
    RunFolder killed = RunFolder.createAt(parent.resolve("run"));
    killed.lock().close();
    killed.writeConfig("name: first\n");
    assertThat(openError(killed.path()).fix()).contains("killed before it began", "--out");
    assertThat(RunFolder.createAt(killed.path()).path()).isEqualTo(killed.path());
  }

  @Test
  void isNotMadeOverAConfigurationOfTheUsersOwn() throws IOException {
    Files.writeString(parent.resolve("config.yaml"), "name: mine\n");
    assertThatThrownBy(() -> RunFolder.createAt(parent))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("RUN-OUT-NOT-EMPTY");
  }

  @Test
  void bringsBackConfigurationAndManifest() {
    RunFolder run = RunFolder.createAt(parent.resolve("run"));
    run.writeConfig("name: größe\n");
    run.writeManifest(Json.object().put("seed", 42));
    RunFolder opened = RunFolder.open(run.path());
    assertThat(opened.config()).isEqualTo("name: größe\n");
    assertThat(opened.manifest()).isEqualTo(Json.object().put("seed", 42));
  }

  @Test
  void knowsTheNamesOfItsFiles() {
    RunFolder run = RunFolder.createAt(parent.resolve("run"));
    assertThat(run.configFile()).isEqualTo(run.path().resolve("config.yaml"));
    assertThat(run.manifestFile()).isEqualTo(run.path().resolve("manifest.json"));
    assertThat(run.metrics().file()).isEqualTo(run.path().resolve("metrics.jsonl"));
    assertThat(run.images()).isEqualTo(run.path().resolve("images"));
    assertThat(run.report()).isEqualTo(run.path().resolve("report.html"));
    assertThat(run.checkpoints().folder(3))
        .isEqualTo(run.path().resolve("checkpoints/step-000000003"));
  }

  @Test
  void aDamagedManifestIsToldWithItsLine() throws IOException {
    RunFolder run = run("run", NOW);
    Files.writeString(run.manifestFile(), "{\n  \"seed\": ,\n}");
    assertThatThrownBy(run::manifest)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("RUN-MANIFEST: not JSON: line 2, column")
        .hasMessageContaining(run.manifestFile().toString());
  }

  @Test
  void aFolderWithoutTheFilesOfARunIsNone() throws IOException {
    assertThat(openError(parent).problem())
        .isEqualTo("expected a run, found a folder without config.yaml and manifest.json");
    Files.writeString(parent.resolve("config.yaml"), "");
    assertThat(openError(parent).problem()).endsWith("found a folder without manifest.json");
    assertThat(openError(parent).id()).isEqualTo("RUN-NOT-A-RUN");
    assertThat(openError(parent).fix()).contains("elbow train");
  }

  @Test
  void aFileOrNothingIsNoRun() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "x");
    assertThat(openError(file).problem()).endsWith("found a file");
    assertThat(openError(parent.resolve("none")).problem()).endsWith("found nothing of that name");
  }

  @Test
  void theNewestRunsBelowAreNamed() throws IOException {
    run("runs/oldest", NOW);
    Path a = run("runs/a", NOW.plusSeconds(10)).path();
    Path b = run("runs/b", NOW.plusSeconds(30)).path();
    Path c = run("runs/c", NOW.plusSeconds(20)).path();
    String expected = "The newest runs there: " + b + ", " + c + ", " + a + ".";
    assertThat(openError(parent).fix()).isEqualTo(expected);
    assertThat(openError(parent.resolve("runs")).fix()).isEqualTo(expected);
    assertThat(openError(parent.resolve("runs/misspelled")).fix()).isEqualTo(expected);
  }

  private RunFolder run(String name, Instant time) throws IOException {
    RunFolder run = RunFolder.createAt(parent.resolve(name));
    run.writeConfig("");
    run.writeManifest(Json.object());
    Files.setLastModifiedTime(run.manifestFile(), FileTime.from(time));
    return run;
  }

  private static InputException openError(Path path) {
    return catchThrowableOfType(InputException.class, () -> RunFolder.open(path));
  }
}
