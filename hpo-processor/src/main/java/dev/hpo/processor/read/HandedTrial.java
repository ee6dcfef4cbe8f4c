// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Whether the live trial is ever handed to a test: without it, the test can report nothing, and each trial fails.
 *
 * <p>JUnit hands it to the method, to the constructors of its class, and to what runs before or after each test; in a nested
 * class, to those of the classes around it too. So each class that can be run is judged, with the tests that it inherits. What cannot
 * be told, since a type is missing, counts as handed.
 */
final class HandedTrial {

    private static final String TRIAL = "dev.hpo.study.Trial";
    private static final List<String> AROUND_EACH =
            List.of("org.junit.jupiter.api.BeforeEach", "org.junit.jupiter.api.AfterEach");

    private final Environment environment;
    private final Set<ExecutableElement> reported = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    HandedTrial(Environment environment) {
        this.environment = environment;
    }

    /** Returns an error for each test in some classes, and in those inside them, that is run without ever seeing its trial. */
    List<Fault> check(Set<? extends Element> classes) {
        ElementFilter.typesIn(classes).forEach(this::check);
        return List.copyOf(faults);
    }

    private void check(TypeElement type) {
        if (isRun(type) && !isInner(type)) {
            judge(type, List.of());
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::check);
    }

    private static boolean isRun(TypeElement type) {
        return type.getKind().isClass() && !type.getModifiers().contains(Modifier.ABSTRACT);
    }

    private static boolean isInner(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && Environment.around(type).getKind() != ElementKind.PACKAGE
                && !type.getModifiers().contains(Modifier.STATIC);
    }

    /** Judges the tests of a class and of its inner ones, given the classes of the instances around it. */
    private void judge(TypeElement type, List<TypeElement> around) {
        Inherited inherited = new Inherited(environment, type);
        List<TypeElement> instances = new ArrayList<>(around);
        instances.add(type);
        List<ExecutableElement> tests =
                inherited.methods(method -> isTest(method) && !takes(method) && !reported.contains(method));
        if (!tests.isEmpty() && instances.stream().noneMatch(this::isHanded)) {
            tests.forEach(method -> report(type, method));
        }
        inherited.types().stream()
                .filter(inner -> isRun(inner) && isInner(inner) && !instances.contains(inner))
                .forEach(inner -> judge(inner, instances));
    }

    private static boolean isTest(ExecutableElement method) {
        return Mirrors.findComposed(method, TuningTestRules.TUNING_TEST).isPresent();
    }

    /** Shows the error at the method; if that is in a class file, at the class that inherits it. */
    private void report(TypeElement type, ExecutableElement method) {
        reported.add(method);
        Report report = new Report(type, environment);
        report.add(Message.TEST_NO_TRIAL, Place.of(method), environment.display(type) + "." + method.getSimpleName());
        faults.addAll(report.faults());
    }

    private boolean isHanded(TypeElement type) {
        Inherited inherited = new Inherited(environment, type);
        return inherited.isUnknown()
                || ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .anyMatch(HandedTrial::takes)
                || isHandedByLombok(type)
                || !inherited
                        .methods(method -> isAroundEach(method) && takes(method))
                        .isEmpty();
    }

    /** Lombok's constructors take the fields, and may not be there yet. */
    private static boolean isHandedByLombok(TypeElement type) {
        return Lombok.isOn(type)
                && ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .anyMatch(field -> mayBeTrial(field.asType()));
    }

    private static boolean isAroundEach(Element method) {
        return Marks.unknown(method).isPresent()
                || AROUND_EACH.stream()
                        .anyMatch(name -> Mirrors.findComposed(method, name).isPresent());
    }

    private static boolean takes(ExecutableElement executable) {
        return executable.getParameters().stream().anyMatch(HandedTrial::isTrial);
    }

    private static boolean isTrial(VariableElement parameter) {
        return mayBeTrial(parameter.asType()) && !TuningTestRules.isClaimed(parameter);
    }

    private static boolean mayBeTrial(TypeMirror type) {
        return Environment.isMissing(type)
                || Environment.element(type)
                        .filter(element -> element.getQualifiedName().contentEquals(TRIAL))
                        .isPresent();
    }
}
