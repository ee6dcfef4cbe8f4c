// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Whether the live trial is ever handed to a test: without it, the test can report nothing, and each trial fails.
 *
 * <p>JUnit hands it to the method, to the constructors of its class, and to what runs before or after each test; in a nested
 * class, to those of the classes around it too. What cannot be told, since a type is missing, counts as handed.
 */
final class HandedTrial {

    private static final String TRIAL = "dev.hpo.study.Trial";
    private static final List<String> AROUND_EACH =
            List.of("org.junit.jupiter.api.BeforeEach", "org.junit.jupiter.api.AfterEach");

    private HandedTrial() {}

    /** Reports a test that never sees its trial. In a class that cannot be run itself, a subclass may hand it. */
    static void check(Subject subject, ExecutableElement method) {
        TypeElement owner = (TypeElement) Environment.around(method);
        boolean isRun = owner.getKind().isClass() && !owner.getModifiers().contains(Modifier.ABSTRACT);
        if (isRun && !takes(method) && instances(owner).noneMatch(HandedTrial::isHanded)) {
            subject.report().add(Message.TEST_NO_TRIAL, subject.place(), subject.text());
        }
    }

    /** Returns the classes of which a test has an instance: its own, and those around it as far as it is an inner class. */
    private static Stream<TypeElement> instances(TypeElement type) {
        List<TypeElement> chain = Environment.enclosing(type);
        int inner = 0;
        while (inner + 1 < chain.size() && isInner(chain.get(inner))) {
            inner++;
        }
        return chain.subList(0, inner + 1).stream();
    }

    private static boolean isInner(TypeElement type) {
        return type.getKind() == ElementKind.CLASS && !type.getModifiers().contains(Modifier.STATIC);
    }

    private static boolean isHanded(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream().anyMatch(HandedTrial::takes)
                || isHandedByLombok(type)
                || isHandedAroundEach(type, new HashSet<>());
    }

    /** Lombok's constructors take the fields, and may not be there yet. */
    private static boolean isHandedByLombok(TypeElement type) {
        return Lombok.isOn(type)
                && ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .anyMatch(field -> mayBeTrial(field.asType()));
    }

    private static boolean isHandedAroundEach(TypeElement type, Set<TypeElement> visited) {
        boolean here = visited.add(type)
                && ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .anyMatch(method -> isAroundEach(method) && takes(method));
        return here
                || isHandedAbove(type.getSuperclass(), visited)
                || type.getInterfaces().stream().anyMatch(above -> isHandedAbove(above, visited));
    }

    private static boolean isHandedAbove(TypeMirror above, Set<TypeElement> visited) {
        return above.getKind() == TypeKind.ERROR
                || Environment.element(above)
                        .filter(element -> isHandedAroundEach(element, visited))
                        .isPresent();
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
        return type.getKind() == TypeKind.ERROR
                || Environment.element(type)
                        .filter(element -> element.getQualifiedName().contentEquals(TRIAL))
                        .isPresent();
    }
}
