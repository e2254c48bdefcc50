package care.iop.chassis.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The suite's architecture as rules over compiled classes; each module turns them into tests. */
public final class ArchitectureRules {

    private static final String ROOT = "care.iop";
    private static final Path MAIN_CLASSES = Path.of("target", "classes");

    /** Stems of words that a bakery would not know. A name is split into its words, and none may begin with these. */
    private static final List<String> CLINICAL_STEMS = List.of(
            "patient",
            "client",
            "clinic",
            "therap",
            "admission",
            "admit",
            "referral",
            "consent",
            "roster",
            "alert",
            "phq",
            "enrollment",
            "attendance",
            "assessment",
            "placement",
            "episode",
            "diagnosis",
            "diagnosed",
            "treatment",
            "craving",
            "relapse",
            "appointment",
            "booking",
            "addiction",
            "checkin",
            "caseload");

    /** The one clinical word of the chassis: the token's {@code patient} claim has a name, and {@code Caller} reads it. */
    private static final Set<String> ALLOWED_CLINICAL_MEMBERS = Set.of("Caller.patient", "Caller.PATIENT_CLAIM");

    /** What the law says about passing records on is the same for all services; see decision 0006 of the chassis. */
    private static final String LEGAL_RULES_PACKAGE = ".chassis.consent";

    private static final String FHIR_NAMES =
            ".*(Fhir|OperationOutcome|ServiceRequest|EpisodeOfCare|QuestionnaireResponse|HealthcareService|PractitionerRole"
                    + "|CarePlan|MeasureReport|CapabilityStatement).*";

    private static final String EMPTY_NAMES = ".*(Dto|DTO|Impl|Utils?|Helper|Manager|Base)|Base[A-Z].*";

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");

    private final JavaClasses classes;
    private final String root;
    private final String module;

    private ArchitectureRules(JavaClasses classes, String root, String module) {
        this.classes = classes;
        this.root = root;
        this.module = module;
    }

    /** The rules of a service, by the name of its package, such as {@code intake}, over the module's compiled main classes. */
    public static Stream<DynamicTest> forService(String name) {
        var rules = in(MAIN_CLASSES, ROOT, name);
        return rules.tests(rules.serviceRules());
    }

    /** The rules of the chassis over its compiled main classes. */
    public static Stream<DynamicTest> forChassis() {
        var rules = in(MAIN_CLASSES, ROOT, "chassis");
        return rules.tests(rules.chassisRules());
    }

    static ArchitectureRules in(Path compiled, String root, String module) {
        var imported = new ClassFileImporter().importPath(compiled);
        var own = imported.that(resideInAPackage(root + "." + module + ".."));
        if (own.isEmpty()) {
            throw new AssertionError(
                    "no class of %s.%s in %s: rules over nothing prove nothing".formatted(root, module, compiled));
        }
        return new ArchitectureRules(own, root, module);
    }

    List<ArchRule> serviceRules() {
        var rules = new ArrayList<>(commonRules());
        rules.add(dependsOnNoSibling());
        rules.add(fhirIsALeaf());
        rules.add(fhirWordsStayInFhirPackages());
        rules.add(entitiesAreOfATenant());
        rules.add(clocksComeFromTheChassis());
        rules.add(idsComeFromTheChassis());
        return rules;
    }

    List<ArchRule> chassisRules() {
        var rules = new ArrayList<>(commonRules());
        rules.add(noClinicalWord());
        rules.add(dependsOnNoService());
        return rules;
    }

    private Stream<DynamicTest> tests(List<ArchRule> rules) {
        return rules.stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }

    /** What breaks these rules, in words. */
    List<String> violations(List<ArchRule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.evaluate(classes).getFailureReport().getDetails().stream()
                        .map(detail -> rule.getDescription() + ": " + detail))
                .toList();
    }

    private List<ArchRule> commonRules() {
        return List.of(
                featuresHaveNoCycles(),
                namesSaySomething(),
                entitiesHideTheirFields(),
                injectionIsByConstructor(),
                nothingSleeps(),
                nothingPrints(),
                timeComesFromAClock(),
                loggingIsByJbossLogging(),
                endpointsAreNamedSo());
    }

    private ArchRule featuresHaveNoCycles() {
        return slices().matching(own() + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .as("feature packages have no cycles");
    }

    private static ArchRule namesSaySomething() {
        return classes()
                .should(new ArchCondition<JavaClass>("have a name that says something") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        var says = !type.getSimpleName().matches(EMPTY_NAMES);
                        events.add(
                                new SimpleConditionEvent(type, says, type.getName() + " has a name that says nothing"));
                    }
                })
                .as("no class is a Dto, Impl, Util, Helper, Manager or Base");
    }

    private static ArchRule entitiesHideTheirFields() {
        return noFields()
                .that()
                .areDeclaredInClassesThat(annotatedWith("jakarta.persistence.Entity")
                        .or(annotatedWith("jakarta.persistence.Embeddable"))
                        .or(annotatedWith("jakarta.persistence.MappedSuperclass")))
                .and()
                .areNotStatic()
                .should()
                .bePublic()
                .allowEmptyShould(true)
                .as("entities have no public fields");
    }

    private static ArchRule injectionIsByConstructor() {
        return noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .orShould()
                .beAnnotatedWith("jakarta.persistence.PersistenceContext")
                .allowEmptyShould(true)
                .as("injection is by constructor");
    }

    private static ArchRule nothingSleeps() {
        return noClasses()
                .should()
                .callMethodWhere(target(Thread.class.getName(), "sleep"))
                .as("nothing sleeps");
    }

    /** A {@code main} method talks to whoever started it; everything else logs. */
    private static ArchRule nothingPrints() {
        return noClasses()
                .should()
                .accessFieldWhere(new DescribedPredicate<JavaFieldAccess>("the console, outside a main method") {
                    @Override
                    public boolean test(JavaFieldAccess access) {
                        return access.getTargetOwner().isEquivalentTo(System.class)
                                && Set.of("out", "err")
                                        .contains(access.getTarget().getName())
                                && !access.getOrigin().getFullName().endsWith(".main([Ljava.lang.String;)");
                    }
                })
                .orShould()
                .callMethodWhere(target(Throwable.class.getName(), "printStackTrace"))
                .as("nothing prints to the console");
    }

    private static ArchRule timeComesFromAClock() {
        return noClasses()
                .should()
                .callMethodWhere(new DescribedPredicate<JavaCall<?>>("a now() without a Clock") {
                    @Override
                    public boolean test(JavaCall<?> call) {
                        var target = call.getTarget();
                        return target.getOwner().getPackageName().startsWith("java.time")
                                && target.getName().equals("now")
                                && target.getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(Clock.class));
                    }
                })
                .orShould()
                .callMethodWhere(target(System.class.getName(), "currentTimeMillis"))
                .orShould()
                .callConstructor(java.util.Date.class)
                .as("time comes from an injected Clock");
    }

    private static ArchRule loggingIsByJbossLogging() {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.util.logging..", "org.apache.log4j..", "org.apache.commons.logging.."))
                .as("logging is not by java.util.logging");
    }

    private static ArchRule endpointsAreNamedSo() {
        return classes()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.Path")
                .should(new ArchCondition<JavaClass>("say so in their names") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        var named = type.getSimpleName().endsWith("Resource")
                                || (type.getSimpleName().endsWith("Provider") && isFhir(type));
                        events.add(new SimpleConditionEvent(type, named, type.getName() + " is an endpoint"));
                    }
                })
                .allowEmptyShould(true)
                .as("endpoints end in Resource, or in Provider in a fhir package");
    }

    private ArchRule dependsOnNoSibling() {
        var sibling = resideInAPackage(root + "..")
                .and(resideOutsideOfPackage(own() + ".."))
                .and(resideOutsideOfPackage(root + ".chassis.."));
        return noClasses().should().dependOnClassesThat(sibling).as("a service depends on no other service");
    }

    private ArchRule dependsOnNoService() {
        var service = resideInAPackage(root + "..").and(resideOutsideOfPackage(own() + ".."));
        return noClasses().should().dependOnClassesThat(service).as("the chassis depends on no service");
    }

    private ArchRule fhirIsALeaf() {
        return noClasses()
                .that(resideOutsideOfPackage("..fhir.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(root + "..fhir..", "ca.uhn.fhir..", "org.hl7.fhir.."))
                .allowEmptyShould(true)
                .as("nothing but a fhir package depends on fhir packages or HAPI");
    }

    private static ArchRule fhirWordsStayInFhirPackages() {
        return noClasses()
                .that(resideOutsideOfPackage("..fhir.."))
                .should()
                .haveNameMatching(".*\\." + FHIR_NAMES)
                .allowEmptyShould(true)
                .as("FHIR words stay in fhir packages");
    }

    private static ArchRule entitiesAreOfATenant() {
        return classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should(new ArchCondition<JavaClass>("have an @OfOrganization field") {
                    @Override
                    public void check(JavaClass entity, ConditionEvents events) {
                        var tenant = entity.getAllFields().stream()
                                .anyMatch(field -> field.isAnnotatedWith("care.iop.chassis.caller.OfOrganization"));
                        events.add(new SimpleConditionEvent(
                                entity, tenant, entity.getName() + " has no @OfOrganization field"));
                    }
                })
                .allowEmptyShould(true)
                .as("every entity belongs to an organization");
    }

    private static ArchRule clocksComeFromTheChassis() {
        return noClasses()
                .should()
                .callMethodWhere(new DescribedPredicate<JavaCall<?>>("Clock.system…") {
                    @Override
                    public boolean test(JavaCall<?> call) {
                        return call.getTarget().getOwner().isEquivalentTo(Clock.class)
                                && call.getTarget().getName().startsWith("system");
                    }
                })
                .as("the Clock is injected");
    }

    private static ArchRule idsComeFromTheChassis() {
        return noClasses()
                .should()
                .callMethodWhere(target(UUID.class.getName(), "randomUUID"))
                .as("ids come from Ids");
    }

    private ArchRule noClinicalWord() {
        return classes()
                .should(new ArchCondition<JavaClass>("know no clinical word") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        var packageName = type.getPackageName().substring(root.length());
                        if (packageName.equals(LEGAL_RULES_PACKAGE)) {
                            return;
                        }
                        report(events, type, packageName, type.getName());
                        report(events, type, type.getSimpleName(), type.getName());
                        type.getMembers().forEach(member -> {
                            var shortName = type.getSimpleName() + "." + member.getName();
                            if (!ALLOWED_CLINICAL_MEMBERS.contains(shortName)) {
                                report(events, type, member.getName(), type.getName() + "." + member.getName());
                            }
                        });
                    }
                })
                .as("the chassis knows no clinical word");
    }

    private static void report(ConditionEvents events, JavaClass type, String name, String where) {
        Arrays.stream(WORD_START.split(name))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> CLINICAL_STEMS.stream().anyMatch(word::startsWith))
                .forEach(word -> events.add(SimpleConditionEvent.violated(type, where + " says \"" + word + "\"")));
    }

    private String own() {
        return root + "." + module;
    }

    private static boolean isFhir(JavaClass type) {
        return Arrays.asList(type.getPackageName().split("\\.", -1)).contains("fhir");
    }

    private static DescribedPredicate<JavaCall<?>> target(String owner, String name) {
        return new DescribedPredicate<>(owner + "." + name) {
            @Override
            public boolean test(JavaCall<?> call) {
                return call.getTarget().getOwner().isAssignableTo(owner)
                        && call.getTarget().getName().equals(name);
            }
        };
    }
}
