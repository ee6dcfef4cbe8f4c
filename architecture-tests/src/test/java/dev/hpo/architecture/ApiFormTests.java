// SPDX-License-Identifier: Apache-2.0
package dev.hpo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import dev.hpo.architecture.House.Complaints;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Rule 4: public types say how stable they are, concrete ones are final, data are records, closed hierarchies sealed. */
class ApiFormTests {

    /** hpo-annotations has no dependency, so its types cannot name an annotation from one. */
    private static final Set<String> WITHOUT_DEPENDENCY = Set.of("annotations", "space");

    @Test
    void publicTypesCarryTheirStatus() {
        House.obeys(status(House.ROOT));
    }

    @Test
    void concretePublicClassesAreFinal() {
        House.obeys(finality());
    }

    @Test
    void dataAreRecords() {
        House.obeys(records(House.ROOT));
        House.obeys(immutability(House.ROOT));
    }

    @Test
    void closedHierarchiesAreSealed() {
        House.obeys(sealing());
    }

    @Test
    void packagesAreNullMarked() {
        House.obeys(nullMarks());
    }

    @Test
    void missingOrWrongStatusIsFound() {
        assertThat(House.violations(status(House.FIXTURES)))
                .anySatisfy(text -> assertThat(text).contains("OpenTrial has no @API"))
                .anySatisfy(text -> assertThat(text).contains("Timeless has no since"))
                .anySatisfy(text -> assertThat(text).contains("numeric.Exposed must be INTERNAL"));
    }

    @Test
    void openClassIsFound() {
        assertThat(House.violations(finality()))
                .anySatisfy(text -> assertThat(text).contains("OpenTrial is neither final nor abstract"));
    }

    @Test
    void dataClassIsFound() {
        assertThat(House.violations(records(House.FIXTURES)))
                .anySatisfy(text -> assertThat(text).contains("ModelClass"));
        assertThat(House.violations(immutability(House.FIXTURES)))
                .anySatisfy(text -> assertThat(text).contains("OpenTrial.value"));
    }

    @Test
    void openHierarchyOfDataIsFound() {
        assertThat(House.violations(sealing()))
                .anySatisfy(text -> assertThat(text).contains("Outcome is implemented by records only"))
                .noneSatisfy(text -> assertThat(text).contains("SealedOutcome"));
    }

    @Test
    void unmarkedPackageIsFound() {
        assertThat(House.violations(nullMarks()))
                .anySatisfy(text -> assertThat(text).contains("fixture.trial is not @NullMarked"))
                .noneSatisfy(text -> assertThat(text).contains("fixture.space "));
    }

    private static ArchRule status(String root) {
        return classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should(House.condition("carry @API with status and since", (type, complaints) -> {
                    if (!WITHOUT_DEPENDENCY.contains(House.place(type, root))) {
                        checkStatus(type, root, complaints);
                    }
                }));
    }

    private static void checkStatus(JavaClass type, String root, Complaints complaints) {
        if (!type.isAnnotatedWith(API.class)) {
            complaints.add(type.getName() + " has no @API");
            return;
        }
        API api = type.getAnnotationOfType(API.class);
        if (api.since().isBlank()) {
            complaints.add(type.getName() + " has no since in its @API");
        }
        if (House.place(type, root).equals("numeric") && api.status() != API.Status.INTERNAL) {
            complaints.add(type.getName() + " must be INTERNAL");
        }
    }

    /** JMH extends its states. */
    private static ArchRule finality() {
        return classes()
                .that()
                .arePublic()
                .and()
                .areNotAnnotatedWith("org.openjdk.jmh.annotations.State")
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .should(House.condition("be final or abstract", (type, complaints) -> {
                    Set<JavaModifier> modifiers = type.getModifiers();
                    if (!modifiers.contains(JavaModifier.FINAL) && !modifiers.contains(JavaModifier.ABSTRACT)) {
                        complaints.add(type.getName() + " is neither final nor abstract");
                    }
                }));
    }

    private static ArchRule records(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".processor.model..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should(House.condition("be records, enums or interfaces", (type, complaints) -> {
                    if (!type.isRecord() && !type.isEnum() && !type.isInterface() && !isConstantBody(type)) {
                        complaints.add(type.getName() + " is a class");
                    }
                }));
    }

    /** The body of an enum constant, or the switch table that the compiler makes for an enum. */
    private static boolean isConstantBody(JavaClass type) {
        return type.isAnonymousClass()
                || type.getRawSuperclass().map(JavaClass::isEnum).orElse(false);
    }

    private static ArchRule immutability(String root) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(root + ".trial..", root + ".processor.model..")
                .should()
                .beFinal();
    }

    private static ArchRule sealing() {
        return classes()
                .that()
                .areInterfaces()
                .and()
                .areNotAnnotations()
                .should(House.condition("be sealed if only records implement them", (type, complaints) -> {
                    List<JavaClass> kinds = type.getAllSubclasses().stream()
                            .filter(kind -> !kind.isInterface())
                            .toList();
                    boolean isData =
                            kinds.size() > 1 && kinds.stream().allMatch(kind -> kind.isRecord() || kind.isEnum());
                    if (isData
                            && !type.isAnnotatedWith(FunctionalInterface.class)
                            && !type.reflect().isSealed()) {
                        complaints.add(type.getName() + " is implemented by records only, but is not sealed");
                    }
                }));
    }

    private static ArchRule nullMarks() {
        return classes().should(House.condition("be in a @NullMarked package", (type, complaints) -> {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                complaints.add(type.getPackageName() + " is not @NullMarked: " + type.getSimpleName());
            }
        }));
    }
}
