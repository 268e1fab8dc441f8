package org.demarche;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The directions of {@code docs/ARCHITECTURE.md}, kept by the build. */
@AnalyzeClasses(packages = "org.demarche", importOptions = DoNotIncludeTests.class)
class DirectionsTest {

    @ArchTest
    static final ArchRule theModelKnowsNothingButTheLanguage = classes()
            .that()
            .resideInAPackage("org.demarche.model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.demarche.model..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule noStageUsesAnother = slices().matching(
                    "org.demarche.(text|mention|coding|relate|merge|ledger|reciprocity)..")
            .should()
            .notDependOnEachOther()
            .because("only Pipeline and the parts around it know more than one stage");

    @ArchTest
    static final ArchRule finderDoesNotUseFinder =
            slices().matching("org.demarche.mention.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.demarche.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule coreKnowsNoModuleAroundIt = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.demarche.text..",
                    "org.demarche.mention..",
                    "org.demarche.coding..",
                    "org.demarche.relate..",
                    "org.demarche.merge..",
                    "org.demarche.ledger..",
                    "org.demarche.reciprocity..",
                    "org.demarche.export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.demarche.language..",
                    "org.demarche.read..",
                    "org.demarche.store..",
                    "org.demarche.server..",
                    "org.demarche.cli..");

    @ArchTest
    static final ArchRule readersAndStoresDoNotKnowTheFace = noClasses()
            .that()
            .resideInAnyPackage("org.demarche.language..", "org.demarche.read..", "org.demarche.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.demarche.server..", "org.demarche.cli..");

    @ArchTest
    static final ArchRule onlyTheEngineModuleKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("org.demarche.language..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule nobodyBelowTheFaceAsksAClock = noClasses()
            .that()
            .resideOutsideOfPackages("org.demarche.cli..", "org.demarche.server..")
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule noDrawers = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");
}
