// SPDX-License-Identifier: Apache-2.0
package dev.hpo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 5: names say what a type is, one class writes to the console, and errors have a type of their own. */
class ConductTests {

    private static final String EMPTY_NAME = "(?:Base|Abstract)[A-Z]\\w*|\\w*(?:Impl|Utils?|Helper|Manager)";
    private static final Set<Class<?>> RAW =
            Set.of(RuntimeException.class, Exception.class, Throwable.class, Error.class);

    @Test
    void namesSayWhatATypeIs() {
        House.obeys(names());
    }

    @Test
    void oneClassWritesToTheConsole() {
        assertThat(writers(House.classes())).hasSizeLessThanOrEqualTo(1);
        House.obeys(stackTraces());
    }

    @Test
    void errorsHaveATypeOfTheirOwn() {
        House.obeys(rawErrors());
    }

    @ParameterizedTest
    @ValueSource(strings = {"BaseTrial", "TrialImpl", "TrialUtils", "TrialHelper", "TrialManager"})
    void emptyNameIsFound(String name) {
        assertThat(House.violations(names()))
                .anySatisfy(text -> assertThat(text).contains(name));
    }

    @Test
    void everyWriterToTheConsoleIsFound() {
        assertThat(writers(House.classesOfFixtures()))
                .containsExactly(
                        House.FIXTURES + ".trial.ForeignTrial",
                        House.FIXTURES + ".trial.TrialHelper",
                        House.FIXTURES + ".trial.TrialManager");
        assertThat(House.violations(stackTraces()))
                .anySatisfy(text -> assertThat(text).contains("TrialUtils"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RuntimeException", "Exception", "Error"})
    void rawErrorIsFound(String type) {
        assertThat(House.violations(rawErrors()))
                .anySatisfy(text -> assertThat(text).contains("TrialUtils").contains("java.lang." + type + ".<init>"))
                .noneSatisfy(text -> assertThat(text).contains("TrialImpl"));
    }

    private static ArchRule names() {
        return classes().should(House.condition("have a name that says what they are", (type, complaints) -> {
            if (type.getSimpleName().matches(EMPTY_NAME)) {
                complaints.add(type.getName() + " has an empty name");
            }
        }));
    }

    /** Returns the top-level classes that reach the console. */
    private static Set<String> writers(JavaClasses classes) {
        Set<String> writers = new TreeSet<>();
        for (JavaClass type : classes) {
            type.getFieldAccessesFromSelf().stream()
                    .filter(ConductTests::isConsole)
                    .forEach(access -> writers.add(type.getName().replaceAll("\\$.*", "")));
        }
        return writers;
    }

    private static boolean isConsole(JavaAccess<?> access) {
        String field = access.getTarget().getFullName();
        return Set.of(
                        "java.lang.System.out",
                        "java.lang.System.err",
                        "java.io.FileDescriptor.out",
                        "java.io.FileDescriptor.err")
                .contains(field);
    }

    private static ArchRule stackTraces() {
        return noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "prints a stack trace",
                        call -> call.getTarget().getFullName().endsWith(".printStackTrace()")));
    }

    private static ArchRule rawErrors() {
        return noClasses()
                .should()
                .callConstructorWhere(DescribedPredicate.describe("makes a raw error", ConductTests::isRaw));
    }

    /** A call from the constructor of a subclass is not one that makes a raw error. */
    private static boolean isRaw(JavaConstructorCall call) {
        return RAW.stream().anyMatch(call.getTargetOwner()::isEquivalentTo)
                && !(call.getOrigin().isConstructor()
                        && call.getOriginOwner()
                                .isAssignableTo(call.getTargetOwner().getName()));
    }
}
