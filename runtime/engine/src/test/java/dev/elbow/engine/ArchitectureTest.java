package dev.elbow.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may see what, where Maven's modules alone do not say it. */
class ArchitectureTest {
  private static final JavaClasses ELBOW =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.elbow");

  @Test
  void noRoomOfTheEngineDependsOnItselfInACircle() {
    slices().matching("dev.elbow.engine.(*)..").should().beFreeOfCycles().check(ELBOW);
  }

  /** The solver of the probe is in its bundle. */
  @Test
  void pluginsSeeTheContractTheJdkAndNd4jAlone() {
    classes()
        .that()
        .resideInAPackage("dev.elbow.plugin..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.elbow.plugin..",
            "dev.elbow.spi..",
            "java..",
            "org.nd4j..",
            "de.bwaldvogel.liblinear..",
            "org.osgi.service.component.annotations",
            "aQute.bnd.annotation..")
        .check(ELBOW);
  }

  @Test
  void pluginsDoNotSeeOneAnother() {
    slices().matching("dev.elbow.plugin.(*).(*)..").should().notDependOnEachOther().check(ELBOW);
  }

  @Test
  void theContractSeesNothingOfTheRuntime() {
    noClasses()
        .that()
        .resideInAPackage("dev.elbow.spi..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.elbow.engine..", "dev.elbow.plugin..", "com..", "jakarta..")
        .check(ELBOW);
  }

  @Test
  void dataRunsAndConfigurationDoNotTouchNd4j() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.elbow.data..", "dev.elbow.runs..", "dev.elbow.configuration..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.nd4j..")
        .check(ELBOW);
  }

  @Test
  void guiceStaysWhereExperimentsAreWired() {
    noClasses()
        .that()
        .resideInAPackage("dev.elbow..")
        .and()
        .resideOutsideOfPackages("dev.elbow.engine.experiment..", "dev.elbow.engine.registry..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.inject..")
        .check(ELBOW);
  }
}
