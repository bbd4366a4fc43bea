package io.receivables.command;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.web.bind.annotation.RestController;

/** How the command side hangs together. */
@AnalyzeClasses(packages = "io.receivables", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule EVENTS_IMPORT_NOTHING_OF_OURS = noClasses().that()
            .resideInAPackage("io.receivables.events..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.receivables..").and(not(resideInAPackage("io.receivables.events.."))));

    @ArchTest
    static final ArchRule SLICES_DO_NOT_IMPORT_EACH_OTHER = slices().matching("io.receivables.command.(*).(*)")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule NOTHING_IMPORTS_A_SLICE = noClasses().that()
            .resideInAPackage("io.receivables..")
            .and()
            .resideOutsideOfPackage("io.receivables.command.*.*")
            .should()
            .dependOnClassesThat(resideInAPackage("io.receivables.command.*.*"));

    @ArchTest
    static final ArchRule THE_TWO_SIDES_ARE_APART = noClasses().that()
            .resideInAPackage("io.receivables.command..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.receivables.query.."));

    /** What decides knows neither HTTP nor tables: these packages hold the aggregates and what they are made of. */
    @ArchTest
    static final ArchRule AGGREGATES_KNOW_NO_WEB_AND_NO_TABLES = noClasses().that()
            .areAnnotatedWith(Aggregate.class)
            .or()
            .resideInAnyPackage("io.receivables.command.invoice", "io.receivables.command.credit",
                    "io.receivables.command.creditnote", "io.receivables.command.payment")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework.web..", "org.springframework.http..",
                    "org.springframework.jdbc..", "jakarta.servlet..", "jakarta.persistence..", "java.sql..",
                    "javax.sql.."));

    @ArchTest
    static final ArchRule NO_JPA = noClasses().that()
            .resideInAPackage("io.receivables.command..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("jakarta.persistence..", "org.hibernate..",
                    "org.springframework.data.."));

    @ArchTest
    static final ArchRule ENDPOINTS_ARE_NAMED_AND_HIDDEN = classes().that()
            .areAnnotatedWith(RestController.class)
            .should()
            .haveSimpleNameEndingWith("Api")
            .andShould()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule HANDLERS_ARE_NAMED_AND_HIDDEN = classes().that()
            .containAnyMethodsThat(annotatedWith(CommandHandler.class))
            .should()
            .haveSimpleNameEndingWith("Handler")
            .andShould()
            .bePackagePrivate();
}
