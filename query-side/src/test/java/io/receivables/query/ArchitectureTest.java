package io.receivables.query;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;

@AnalyzeClasses(packages = "io.receivables.query", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theReadSideKnowsNothingOfCommands = noClasses().should()
            .dependOnClassesThat()
            .resideInAPackage("io.receivables.command..");

    @ArchTest
    static final ArchRule slicesShareOnlyTheLedgerAndTheEdge = slices().matching("io.receivables.query.(*)..")
            .should()
            .notDependOnEachOther()
            // An audit explains what others answer.
            .ignoreDependency(resideInAPackage("io.receivables.query.audit.."), alwaysTrue())
            // An export writes down what others answer.
            .ignoreDependency(resideInAPackage("io.receivables.query.export.."), alwaysTrue())
            // A page shows several answers together.
            .ignoreDependency(resideInAPackage("io.receivables.query.page.."), alwaysTrue())
            .ignoreDependency(alwaysTrue(),
                    resideInAnyPackage("io.receivables.query.ledger..", "io.receivables.query.edge.."));

    @ArchTest
    static final ArchRule theLedgerKnowsNoQuestion = noClasses().that()
            .resideInAPackage("io.receivables.query.ledger..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.receivables.query.edge..");

    @ArchTest
    static final ArchRule noClassReadsTheWallClockByItself = noClasses().should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now");
}
