// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import org.apiguardian.api.API;

/**
 * What holds for a {@code @TuningTest} or {@code @PopulationTest} method.
 *
 * <p>Its annotations are known by name only: this processor runs without JUnit.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TuningTestRules {

    private static final String PACKAGE = "dev.hpo.junit.";
    static final String TUNING_TEST = PACKAGE + "TuningTest";
    static final String POPULATION_TEST = PACKAGE + "PopulationTest";
    static final String MINIMIZE = PACKAGE + "Minimize";
    static final String MAXIMIZE = PACKAGE + "Maximize";
    static final String EXPECT_BEST = PACKAGE + "ExpectBest";
    static final String CONFIRM = PACKAGE + "Confirm";
    static final String ACCEPTED = PACKAGE + "Accepted";
    static final String PRUNE_WITH = PACKAGE + "PruneWith";

    /** The annotations of methods that are run as trials. */
    private static final List<String> TESTS = List.of(TUNING_TEST, POPULATION_TEST);

    /** What says more about a tuning test and nothing about another method. */
    private static final Set<String> PARTS = Set.of(
            MINIMIZE,
            MAXIMIZE,
            EXPECT_BEST,
            CONFIRM,
            ACCEPTED,
            PACKAGE + "SampleWith",
            PRUNE_WITH,
            PACKAGE + "WarmStart",
            PACKAGE + "TryFirst");

    private static final Set<String> OTHER_TESTS = Set.of(
            TUNING_TEST,
            POPULATION_TEST,
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.api.RepeatedTest",
            "org.junit.jupiter.api.TestFactory",
            "org.junit.jupiter.api.TestTemplate",
            "org.junit.jupiter.params.ParameterizedTest",
            "org.junit.Test");

    /** Annotations by others that only document: they do not claim a parameter for another extension. */
    private static final Set<String> HARMLESS = Set.of("NonNull", "Nonnull", "NotNull", "Nullable", "SuppressWarnings");

    private final Environment environment;

    /** Creates rules. */
    public TuningTestRules(Environment environment) {
        this.environment = environment;
    }

    /** Returns what is wrong with the tests of a round. */
    public List<Fault> check(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        List<Fault> faults = new ArrayList<>();
        for (TypeElement annotation : annotations) {
            if (TESTS.contains(annotation.getQualifiedName().toString())) {
                for (Element element : round.getElementsAnnotatedWith(annotation)) {
                    if (element instanceof ExecutableElement method) {
                        faults.addAll(check(method, annotation));
                    }
                }
            }
            if (PARTS.contains(annotation.getQualifiedName().toString())) {
                round.getElementsAnnotatedWith(annotation)
                        .forEach(element -> faults.addAll(stray(element, annotation)));
            }
        }
        if (TESTS.stream().anyMatch(name -> environment.type(name).isPresent())) {
            faults.addAll(new HandedTrial(environment).check(round.getRootElements()));
        }
        return faults;
    }

    private List<Fault> stray(Element element, TypeElement annotation) {
        if (!(element instanceof ExecutableElement method) || isTest(method)) {
            return List.of();
        }
        Report report = new Report(method, environment);
        Mirrors.find(method, annotation.getQualifiedName().toString())
                .ifPresent(mirror -> report.add(
                        Message.TEST_STRAY,
                        Place.of(method, mirror),
                        environment.path(method),
                        "@" + annotation.getSimpleName(),
                        method.getSimpleName()));
        return report.faults();
    }

    /** Returns whether a method is run as trials: by an annotation of ours, or one that bears it. */
    static boolean isTest(Element method) {
        return TESTS.stream()
                .anyMatch(name -> Mirrors.findComposed(method, name).isPresent());
    }

    /** Checks a method as a test of one kind; what holds for both kinds only once, should it be of both. */
    private List<Fault> check(ExecutableElement method, TypeElement kind) {
        Report report = new Report(method, environment);
        Subject subject = new Subject(environment.path(method), method, report);
        if (kind.getQualifiedName().contentEquals(POPULATION_TEST)) {
            checkAdjustable(subject, method);
            if (Mirrors.has(method, TUNING_TEST)) {
                return report.faults();
            }
            Mirrors.find(method, POPULATION_TEST)
                    .ifPresent(mirror -> new PopulationValueRules(subject, mirror).check());
        }
        Environment.returned(method)
                .filter(returned -> returned.getKind() != TypeKind.VOID)
                .ifPresent(returned -> report.add(
                        Message.TEST_RETURNS, subject.place(), subject.text(), environment.text(returned, method)));
        checkModifiers(subject, method, kind);
        checkOtherTests(subject, kind);
        checkParameters(subject, method);
        checkDirection(subject);
        new TuningValueRules(subject).check();
        if (isRepeated(method)) {
            report.add(Message.TEST_SAME_NAME, subject.place(), subject.text(), method.getSimpleName());
        }
        return report.faults();
    }

    /** Returns whether there is a test of the same name before it in the class. */
    private static boolean isRepeated(ExecutableElement method) {
        List<ExecutableElement> tests =
                ElementFilter.methodsIn(Environment.around(method).getEnclosedElements()).stream()
                        .filter(each -> each.getSimpleName().equals(method.getSimpleName()))
                        .filter(each -> TESTS.stream().anyMatch(name -> Mirrors.has(each, name)))
                        .toList();
        return tests.indexOf(method) > 0;
    }

    private static void checkModifiers(Subject subject, ExecutableElement method, TypeElement kind) {
        Set<Modifier> modifiers = method.getModifiers();
        for (Modifier forbidden : List.of(Modifier.PRIVATE, Modifier.STATIC, Modifier.ABSTRACT)) {
            if (modifiers.contains(forbidden)) {
                String what =
                        forbidden == Modifier.ABSTRACT && isInInterface(method) ? "it, or add default" : forbidden + "";
                subject.report()
                        .add(
                                Message.TEST_MODIFIER,
                                subject.place(),
                                subject.text(),
                                kind.getSimpleName(),
                                method.getSimpleName(),
                                what);
            }
        }
    }

    private static boolean isInInterface(ExecutableElement method) {
        return Environment.around(method).getKind() == ElementKind.INTERFACE;
    }

    private static void checkOtherTests(Subject subject, TypeElement kind) {
        for (AnnotationMirror mirror : subject.element().getAnnotationMirrors()) {
            String name = Mirrors.qualifiedName(mirror);
            if (OTHER_TESTS.contains(name) && !kind.getQualifiedName().contentEquals(name)) {
                subject.report()
                        .add(
                                Message.TEST_TWICE,
                                Place.of(subject.element(), mirror),
                                subject.text(),
                                "@" + Mirrors.simpleName(mirror),
                                kind.getSimpleName());
            }
        }
    }

    private void checkAdjustable(Subject subject, ExecutableElement method) {
        List<TypeElement> spaces = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            Shape shape = Shape.of(parameter.asType());
            if (shape instanceof Shape.Unknown) {
                return;
            }
            if (shape instanceof Shape.Space space && !isClaimed(parameter)) {
                spaces.add(space.type());
            }
        }
        AdjustableMembers members = new AdjustableMembers(environment);
        if (!spaces.isEmpty() && spaces.stream().noneMatch(members::mayBeIn)) {
            String types = spaces.stream().map(environment::display).distinct().collect(Collectors.joining(" and "));
            Mirrors.find(method, POPULATION_TEST).ifPresent(mirror -> subject.report()
                    .add(Message.TEST_NO_ADJUSTABLE, Place.of(method, mirror), subject.text(), types));
        }
    }

    private void checkParameters(Subject subject, ExecutableElement method) {
        Map<String, VariableElement> names = new HashMap<>();
        boolean some = false;
        for (VariableElement parameter : method.getParameters()) {
            Shape shape = Shape.of(parameter.asType());
            some |= shape instanceof Shape.Unknown;
            if (shape instanceof Shape.Space space && !isClaimed(parameter)) {
                some = true;
                checkName(subject, parameter, space.type(), names);
            }
        }
        if (!some) {
            String types = method.getParameters().stream()
                    .map(each -> environment.text(each.asType(), each))
                    .collect(Collectors.joining(", "));
            subject.report()
                    .add(
                            Message.TEST_NO_CONFIGURATION,
                            subject.place(),
                            subject.text(),
                            types.isEmpty() ? "none" : types);
        }
    }

    /** Returns whether the annotation of another extension of JUnit is on a parameter, which that one resolves then. */
    static boolean isClaimed(VariableElement parameter) {
        return parameter.getAnnotationMirrors().stream()
                .filter(mirror -> !Mirrors.qualifiedName(mirror).equals(NameReader.NAME))
                .filter(mirror -> !HARMLESS.contains(Mirrors.simpleName(mirror)))
                .anyMatch(TuningTestRules::isSeenAtRunTime);
    }

    private static boolean isSeenAtRunTime(AnnotationMirror mirror) {
        return Mirrors.find(Mirrors.type(mirror), "java.lang.annotation.Retention")
                .flatMap(retention -> Mirrors.value(retention, "value"))
                .filter(value -> value.getValue().toString().endsWith("RUNTIME"))
                .isPresent();
    }

    /** The parameters of several configurations are told apart by a prefix: the name given, or that of the type. */
    private static void checkName(
            Subject subject, VariableElement parameter, TypeElement type, Map<String, VariableElement> names) {
        String simpleName = type.getSimpleName().toString();
        String byDefault = simpleName.substring(0, 1).toLowerCase(Locale.ROOT) + simpleName.substring(1);
        Subject named = new Subject(subject.text(), parameter, subject.report());
        String prefix = NameReader.peek(named, byDefault).name();
        VariableElement other = names.putIfAbsent(prefix, parameter);
        if (other != null) {
            subject.report()
                    .add(
                            Message.TEST_SAME_PARAMETER,
                            Place.of(parameter),
                            subject.text(),
                            parameter.getSimpleName(),
                            other.getSimpleName());
        }
    }

    private static void checkDirection(Subject subject) {
        Optional<? extends AnnotationMirror> minimize = Mirrors.findComposed(subject.element(), MINIMIZE);
        Optional<? extends AnnotationMirror> maximize = Mirrors.findComposed(subject.element(), MAXIMIZE);
        if (minimize.isEmpty() && maximize.isEmpty()) {
            subject.report().add(Message.TEST_NO_DIRECTION, subject.place(), subject.text());
        }
        if (minimize.isPresent() && maximize.isPresent()) {
            List<? extends AnnotationMirror> both = subject.element().getAnnotationMirrors().stream()
                    .filter(mirror -> mirror.equals(minimize.get()) || mirror.equals(maximize.get()))
                    .toList();
            subject.report()
                    .add(
                            Message.TEST_TWO_DIRECTIONS,
                            Place.of(subject.element(), both.get(both.size() - 1)),
                            subject.text(),
                            "@" + Mirrors.simpleName(both.get(both.size() - 1)),
                            "@" + Mirrors.simpleName(both.get(0)));
        }
    }
}
