package io.parlance;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.parlance.core.dialect.Dialect;
import io.parlance.core.problem.ExpectedException;
import io.parlance.core.store.Database;
import io.parlance.core.store.Sql;
import io.parlance.rest.DialectApplication;
import io.parlance.rest.ErrorMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.security.enterprise.SecurityContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.security.Principal;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;

/** The map of the code base: who may know whom. */
@AnalyzeClasses(packages = "io.parlance", importOptions = DoNotIncludeTests.class)
class DependencyRulesTest {
    private static final String DIALECTS = "io.parlance.dialect..";

    @ArchTest
    static final ArchRule dialectsDoNotKnowEachOther =
            slices().matching("io.parlance.dialect.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule nobodyKnowsADialect = noClasses()
            .that()
            .resideOutsideOfPackage(DIALECTS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(DIALECTS)
            .because("a dialect is found by type at deployment, so it can be added or removed as one package");

    @ArchTest
    static final ArchRule dialectsSeeOnlyCoreAndRest = classes()
            .that()
            .resideInAPackage(DIALECTS)
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage("io.parlance.."))
                    .or(resideInAPackage("io.parlance.core.."))
                    .or(resideInAPackage("io.parlance.rest.."))
                    .or(resideInAPackage(DIALECTS)));

    @ArchTest
    static final ArchRule refusalsOfDialectsHaveNoStackTrace = classes()
            .that()
            .resideInAPackage(DIALECTS)
            .and()
            .areAssignableTo(Throwable.class)
            .should()
            .beAssignableTo(ExpectedException.class)
            .because("refusing must be cheaper than accepting");

    @ArchTest
    static final ArchRule coreIsWireFree = noClasses()
            .that()
            .resideInAPackage("io.parlance.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "com.fasterxml.jackson.databind..")
            .because("the core speaks no HTTP; statuses and bodies belong to dialects");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("io.parlance.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule corePackagesAreFreeOfCycles =
            slices().matching("io.parlance.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule entitiesStayInTheirPackage =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule wireSideNeverTouchesPersistence = noClasses()
            .that()
            .resideInAnyPackage(DIALECTS, "io.parlance.rest..", "io.parlance.admin..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..")
            .orShould()
            .beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule nobodyTouchesTheDatabaseButTheCore = noClasses()
            .that()
            .resideInAnyPackage(DIALECTS, "io.parlance.rest..", "io.parlance.admin..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Sql.class, Database.class);

    @ArchTest
    static final ArchRule transactionsAreTheCores = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("io.parlance.core..")
            .should()
            .beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule callersAreReadFromTheRequest = noClasses()
            .that()
            .resideOutsideOfPackage("io.parlance.realm..")
            .should()
            .accessTargetWhere(target(owner(type(SecurityContext.class)))
                    .and(target(nameMatching("getCallerPrincipal|isCallerInRole|getPrincipalsByType"))))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Principal.class, RolesAllowed.class)
            .because("on Payara these name the caller of an earlier request after an asynchronous dispatch");

    @ArchTest
    static final ArchRule serversMakeOnlyPublicClasses = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .or()
            .implement(ExceptionMapper.class)
            .or()
            .areAssignableTo(Application.class)
            .should()
            .bePublic()
            .because("RESTEasy refuses providers without a public constructor (RESTEASY003900)");

    @ArchTest
    static final ArchRule settingsAreReadInOneWay = noClasses()
            .that()
            .resideOutsideOfPackage("io.parlance.core.config..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.microprofile.config..")
            .because("a key that is not in an enum has no checked value, and nobody can look it up");

    @ArchTest
    static final ArchRule mappersAreNoBeans = noClasses()
            .that()
            .areAssignableTo(ErrorMapper.class)
            .should()
            .beAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
            .orShould()
            .beAnnotatedWith("jakarta.enterprise.context.RequestScoped")
            .because("a mapper shared by several applications would answer in another one's context");

    @ArchTest
    static final ArchRule wireBodiesAreRecords = classes()
            .that()
            .resideInAnyPackage(DIALECTS, "io.parlance.admin..")
            .and()
            .haveNameMatching(".*(Request|Response|Body)")
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule noServerSpecificClasses = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.glassfish..",
                    "fish.payara..",
                    "org.jboss..",
                    "io.undertow..",
                    "org.wildfly..",
                    "org.apache.catalina..",
                    "com.sun.enterprise..")
            .because("one WAR runs on every server");

    @ArchTest
    static final ArchRule logsGoThroughALogger = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static void everyDialectHasOneBeanAndOneMapper(JavaClasses all) {
        var byPackage = all.that(resideInAPackage("io.parlance.dialect.*")).stream()
                .collect(Collectors.groupingBy(JavaClass::getPackageName));
        Assertions.assertThat(byPackage).isNotEmpty();
        byPackage.forEach((name, members) -> {
            Assertions.assertThat(members)
                    .as(name)
                    .filteredOn(type -> type.isAssignableTo(Dialect.class))
                    .hasSize(1);
            Assertions.assertThat(members)
                    .as(name)
                    .filteredOn(type -> type.isAssignableTo(ExceptionMapper.class))
                    .singleElement()
                    .matches(type -> type.isAssignableTo(ErrorMapper.class));
            Assertions.assertThat(members)
                    .as(name)
                    .filteredOn(type -> type.isAssignableTo(DialectApplication.class))
                    .isNotEmpty();
        });
    }
}
