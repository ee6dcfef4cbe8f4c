// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * What holds for the values of a {@code @PopulationTest}, and for what stands beside it: as the settings and the declaration of hpo-junit want it.
 *
 * <p>Those in a composed annotation are checked when the test runs: its source may not be there.
 */
final class PopulationValueRules {

    /** As the settings of hpo-junit. */
    private static final int MOST_REPLAYS = 1000;

    /** As {@code PopulationTest.BY_MEMBERS}: the default, which may be written. */
    private static final int BY_MEMBERS = Integer.MIN_VALUE;

    private static final String MEMBERS = "members";
    private static final String GENERATIONS = "generations";
    private static final String SEGMENT = "segment";
    private static final String EXPLORER = "explorer";
    private static final String FACTORS = "factors";
    private static final String PRUNES = "no segment is stopped before its end";
    private static final String MOVE = "remove it, or put it at the methods that it is for";
    private static final Set<String> MULTIPLYING = Set.of("DRIFT", "PERTURB");

    private final Subject subject;
    private final AnnotationMirror population;
    private final TestValues values;

    /**
     * Creates rules.
     *
     * @param subject the method
     * @param population its annotation
     */
    PopulationValueRules(Subject subject, AnnotationMirror population) {
        this.subject = subject;
        this.population = population;
        this.values = new TestValues(subject, population);
    }

    void check() {
        values.checkLeast(MEMBERS, 1, "leave it out for 8");
        values.checkLeast(GENERATIONS, 1, "leave it out for 20");
        values.checkLeast(SEGMENT, 1, "leave it out for 1");
        values.checkLeast("children", 1, "leave it out for 4");
        values.checkLeast("patience", 0, "leave it out for 3");
        values.checkLeast("replays", 0, "leave it out for 1");
        values.checkMost("replays", MOST_REPLAYS, "leave it out for 1");
        Mirrors.given(population, "window")
                .filter(value -> !value.getValue().equals(BY_MEMBERS))
                .ifPresent(value -> values.checkLeast("window", 1, "leave it out for as many as there are members"));
        values.checkTimeout();
        checkSteps();
        checkFactors();
        number(MEMBERS).ifPresent(this::checkKind);
        checkBesides();
    }

    private Optional<Long> number(String attribute) {
        return Mirrors.value(population, attribute)
                .map(AnnotationValue::getValue)
                .filter(Number.class::isInstance)
                .map(number -> ((Number) number).longValue());
    }

    private void checkSteps() {
        long segment = number(SEGMENT).orElse(1L);
        long generations = number(GENERATIONS).orElse(1L);
        if (segment > 0 && generations > 0 && segment > Long.MAX_VALUE / generations) {
            Mirrors.given(population, SEGMENT)
                    .ifPresent(value -> values.add(Message.TEST_STEPS, value, segment, generations));
        }
    }

    private void checkFactors() {
        List<AnnotationValue> factors = elements();
        if (factors.isEmpty()) {
            return;
        }
        String text = factors.stream()
                .map(factor -> String.valueOf(factor.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        AnnotationValue place = Mirrors.given(population, FACTORS).orElseThrow();
        if (!areFactors(factors)) {
            values.add(Message.TEST_FACTORS, place, text);
        }
        explorer()
                .filter(name -> !MULTIPLYING.contains(name))
                .ifPresent(name -> values.add(Message.TEST_FACTORS_IDLE, place, text, name.toLowerCase(Locale.ROOT)));
    }

    /** Returns the factors that are given, those aside of which the compiler makes no number. */
    private List<AnnotationValue> elements() {
        Object given = Mirrors.given(population, FACTORS)
                .<Object>map(AnnotationValue::getValue)
                .orElse(List.of());
        return given instanceof List<?> list && list.stream().allMatch(PopulationValueRules::isNumber)
                ? list.stream().map(AnnotationValue.class::cast).toList()
                : List.of();
    }

    private static boolean isNumber(Object element) {
        return element instanceof AnnotationValue value && value.getValue() instanceof Double;
    }

    private static boolean areFactors(List<AnnotationValue> factors) {
        if (factors.size() != 2) {
            return false;
        }
        double down = (Double) factors.get(0).getValue();
        double up = (Double) factors.get(1).getValue();
        return down > 0 && down < 1 && up > 1 && up < Double.POSITIVE_INFINITY;
    }

    private Optional<String> explorer() {
        return Mirrors.given(population, EXPLORER)
                .map(AnnotationValue::getValue)
                .filter(VariableElement.class::isInstance)
                .map(kind -> ((VariableElement) kind).getSimpleName().toString());
    }

    /** What is said of a panda is to be said where it holds, and what is said of several members too. */
    private void checkKind(long members) {
        if (members == 1) {
            refuse(Message.TEST_OF_SEVERAL, "asynchronous", value -> value.equals(true));
            explorer()
                    .filter(name -> !name.equals("DRIFT"))
                    .ifPresent(name -> values.add(
                            Message.TEST_OF_SEVERAL,
                            Mirrors.given(population, EXPLORER).orElseThrow(),
                            EXPLORER,
                            name));
            if (!elements().isEmpty()) {
                refuse(Message.TEST_OF_SEVERAL, FACTORS, value -> true);
            }
        } else if (members > 1) {
            refuse(Message.TEST_OF_PANDA, "children", value -> !value.equals(4));
            refuse(Message.TEST_OF_PANDA, "patience", value -> !value.equals(3));
        }
    }

    /** What is written as it would be anyway says nothing. */
    private void refuse(Message message, String attribute, Predicate<Object> says) {
        Mirrors.given(population, attribute)
                .filter(value -> says.test(value.getValue()))
                .ifPresent(value -> values.add(message, value, attribute, value));
    }

    private void checkBesides() {
        String isNoConfiguration = "it finds a schedule, and no configuration that could be run from the beginning";
        if (!beside(TuningTestRules.PRUNE_WITH, PRUNES, MOVE)) {
            prunedAround().ifPresent(type -> refuse(subject.place(), TuningTestRules.PRUNE_WITH, type, PRUNES, MOVE));
        }
        beside(TuningTestRules.CONFIRM, isNoConfiguration, "remove it");
        beside(TuningTestRules.ACCEPTED, isNoConfiguration, "remove it, and take schedule.properties");
        for (String direction : List.of(TuningTestRules.MINIMIZE, TuningTestRules.MAXIMIZE)) {
            Mirrors.find(subject.element(), direction).ifPresent(this::checkOf);
        }
    }

    private boolean beside(String annotation, String why, String advice) {
        Element method = subject.element();
        Optional<? extends AnnotationMirror> found = Mirrors.findComposed(method, annotation);
        found.ifPresent(mirror -> refuse(Place.of(method, mirror), annotation, method, why, advice));
        return found.isPresent();
    }

    /** Returns the class from which a method has its pruner: its own, one around it, or a superclass of these, which passes it on. */
    private Optional<TypeElement> prunedAround() {
        return Environment.enclosing((TypeElement) Environment.around(subject.element())).stream()
                .flatMap(type -> Environment.lineage(type).stream())
                .filter(type ->
                        Mirrors.findComposed(type, TuningTestRules.PRUNE_WITH).isPresent())
                .findFirst();
    }

    private void refuse(Place place, String annotation, Element on, String why, String advice) {
        String name = "@" + annotation.substring(annotation.lastIndexOf('.') + 1);
        subject.report().add(Message.TEST_OF_STUDY, place, subject.text(), name, on.getSimpleName(), why, advice);
    }

    private void checkOf(AnnotationMirror direction) {
        Mirrors.given(direction, "of")
                .filter(value -> value.getValue() instanceof VariableElement of
                        && !of.getSimpleName().contentEquals("LAST"))
                .ifPresent(value -> subject.report()
                        .add(
                                Message.TEST_OF,
                                new Place(subject.element(), direction, value),
                                subject.text(),
                                "@" + Mirrors.simpleName(direction),
                                ((VariableElement) value.getValue()).getSimpleName()));
    }
}
