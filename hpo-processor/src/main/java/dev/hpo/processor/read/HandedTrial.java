// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * class, to those of the classes around it too. So each class that JUnit runs is judged, with the tests that it inherits. What cannot
 * be told, since a type is missing, counts as handed.
 */
final class HandedTrial {

    private static final String TRIAL = "dev.hpo.study.Trial";
    private static final String NESTED = "org.junit.jupiter.api.Nested";
    private static final List<String> AROUND_EACH =
            List.of("org.junit.jupiter.api.BeforeEach", "org.junit.jupiter.api.AfterEach");

    private final Environment environment;
    private final Map<TypeElement, Boolean> concerned = new HashMap<>();
    private final Set<TypeElement> judged = new HashSet<>();
    private final Map<ExecutableElement, List<TypeElement>> heirs = new LinkedHashMap<>();

    HandedTrial(Environment environment) {
        this.environment = environment;
    }

    /** Returns an error for each test in some classes, and in those inside them, that is run without ever seeing its trial. */
    List<Fault> check(Set<? extends Element> classes) {
        ElementFilter.typesIn(classes).forEach(this::check);
        List<Fault> faults = new ArrayList<>();
        heirs.forEach((method, types) -> faults.addAll(faults(method, types)));
        return faults;
    }

    private void check(TypeElement type) {
        if (isRun(type) && !isInner(type)) {
            judge(type);
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::check);
    }

    private static boolean isRun(TypeElement type) {
        boolean canBeMade = type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
        return canBeMade
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && !type.getModifiers().contains(Modifier.PRIVATE);
    }

    private static boolean isInner(TypeElement type) {
        return type.getKind() == ElementKind.CLASS
                && Environment.around(type).getKind() != ElementKind.PACKAGE
                && !type.getModifiers().contains(Modifier.STATIC);
    }

    private static boolean isNested(TypeElement type) {
        return isInner(type) && Mirrors.findComposed(type, NESTED).isPresent();
    }

    /** Judges the tests of a class, and of those nested in it, that no class around hands a trial to. */
    private void judge(TypeElement type) {
        if (!isConcerned(type) || !judged.add(type)) {
            return;
        }
        Inherited inherited = new Inherited(environment, type);
        if (inherited.isFromAround() || isHanded(type, inherited)) {
            return;
        }
        inherited
                .methods(method -> TuningTestRules.isTest(method) && !takes(method))
                .forEach(method ->
                        heirs.computeIfAbsent(method, none -> new ArrayList<>()).add(type));
        inherited.types().stream()
                .filter(inner -> isRun(inner) && isNested(inner))
                .forEach(this::judge);
    }

    /** Returns whether a class has a test, or one nested in it, of its own or from above; each type is looked at once. */
    private boolean isConcerned(TypeElement type) {
        Boolean known = concerned.get(type);
        if (known != null) {
            return known;
        }
        concerned.put(type, false);
        boolean is = !isOfPlatform(type)
                && (type.getEnclosedElements().stream().anyMatch(HandedTrial::isTestOrNested)
                        || Environment.above(type).anyMatch(this::isConcerned));
        concerned.put(type, is);
        return is;
    }

    private static boolean isOfPlatform(TypeElement type) {
        String name = type.getQualifiedName().toString();
        return name.startsWith("java.") || name.startsWith("javax.");
    }

    private static boolean isTestOrNested(Element member) {
        return member.getKind() == ElementKind.METHOD
                ? TuningTestRules.isTest(member)
                : member instanceof TypeElement type && isNested(type);
    }

    /**
     * Shows the error at the method; if that is in a class file, at the class that inherits it. Of several it names the one that is
     * nearest to the method, in whatever order they come.
     */
    private List<Fault> faults(ExecutableElement method, List<TypeElement> types) {
        TypeElement type = types.stream()
                .min(Comparator.<TypeElement>comparingInt(each -> new Inherited(environment, each).size())
                        .thenComparing(each -> each.getQualifiedName().toString()))
                .orElseThrow();
        Report report = new Report(type, environment);
        report.add(Message.TEST_NO_TRIAL, Place.of(method), environment.display(type) + "." + method.getSimpleName());
        return report.faults();
    }

    private boolean isHanded(TypeElement type, Inherited inherited) {
        return inherited.isUnknown()
                || ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .anyMatch(this::takes)
                || isHandedByLombok(type)
                || !inherited
                        .methods(method -> isAroundEach(method) && takes(method))
                        .isEmpty();
    }

    /** Lombok's constructors take the fields, and may not be there yet. */
    private boolean isHandedByLombok(TypeElement type) {
        return Lombok.isOn(type) && Environment.fields(type).stream().anyMatch(field -> mayBeTrial(field.asType()));
    }

    private static boolean isAroundEach(Element method) {
        return Marks.unknown(method).isPresent()
                || AROUND_EACH.stream()
                        .anyMatch(name -> Mirrors.findComposed(method, name).isPresent());
    }

    private boolean takes(ExecutableElement executable) {
        return executable.getParameters().stream().anyMatch(this::isTrial);
    }

    private boolean isTrial(VariableElement parameter) {
        return mayBeTrial(parameter.asType()) && !TuningTestRules.isClaimed(parameter);
    }

    /** JUnit sees of a type parameter what it extends. */
    private boolean mayBeTrial(TypeMirror type) {
        TypeMirror seen =
                type.getKind() == TypeKind.TYPEVAR ? environment.types().erasure(type) : type;
        return Environment.isMissing(seen)
                || Environment.element(seen)
                        .filter(element -> element.getQualifiedName().contentEquals(TRIAL))
                        .isPresent();
    }
}
