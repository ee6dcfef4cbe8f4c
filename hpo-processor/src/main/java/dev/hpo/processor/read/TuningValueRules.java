// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;

/**
 * What holds for the values in the annotations of a {@code @TuningTest} method.
 *
 * <p>Those in a composed annotation are checked when the test runs: its source may not be there.
 */
final class TuningValueRules {

    /** As the durations of hpo-junit. */
    private static final Pattern DURATION = Pattern.compile("(?!0+\\D)\\d{1,9} ?(ms|s|m|h|d)");

    /** As {@code ConfirmPlan.MOST} of hpo-core. */
    private static final int MOST_RUNS = 1000;

    /** As hpo-junit wants it: no path that is absolute anywhere, none that goes up, and the ending. */
    private static final Pattern ACCEPTED =
            Pattern.compile("(?!/)(?!(.*/)?\\.\\.(/|$))[^\\\\:\\p{Cntrl}]+\\.properties");

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private final Subject subject;

    TuningValueRules(Subject subject) {
        this.subject = subject;
    }

    void check() {
        Mirrors.find(subject.element(), TuningTestRules.TUNING_TEST).ifPresent(this::checkTest);
        for (String direction : List.of(TuningTestRules.MINIMIZE, TuningTestRules.MAXIMIZE)) {
            Mirrors.find(subject.element(), direction).ifPresent(this::checkMeasure);
        }
        Mirrors.find(subject.element(), TuningTestRules.EXPECT_BEST).ifPresent(this::checkGate);
        Mirrors.find(subject.element(), TuningTestRules.CONFIRM).ifPresent(this::checkConfirm);
        Mirrors.find(subject.element(), TuningTestRules.ACCEPTED).ifPresent(this::checkAccepted);
    }

    private void checkAccepted(AnnotationMirror accepted) {
        Mirrors.given(accepted, "value")
                .filter(value -> Mirrors.isText(value)
                        && !ACCEPTED.matcher(value.getValue().toString()).matches())
                .ifPresent(value -> add(Message.TEST_ACCEPTED, accepted, value, value));
        for (String attribute : List.of("minimumLoss", "tolerance")) {
            Mirrors.given(accepted, attribute)
                    .filter(value -> value.getValue() instanceof Double number && !(number >= 0 && number < INFINITE))
                    .ifPresent(value -> add(Message.TEST_LEAST, accepted, value, attribute, value.getValue()));
        }
    }

    private void checkTest(AnnotationMirror test) {
        checkNumber(test, "trials", 1, "leave it out for 50");
        checkNumber(test, "trainings", 1, "leave it out to count trials");
        checkNumber(test, "steps", 1, "leave it out to learn it from the trials");
        checkOneBudget(test);
        checkNumber(test, "window", 1, "leave it out for 4");
        checkNumber(test, "patience", 0, "leave it out for no end");
        Mirrors.given(test, "timeout")
                .filter(Mirrors::isText)
                .filter(value -> !isTimeout(value.getValue().toString()))
                .ifPresent(value -> add(Message.TEST_TIMEOUT, test, value, value));
    }

    private static boolean isTimeout(String text) {
        return text.isEmpty() || DURATION.matcher(text.strip()).matches();
    }

    private void checkConfirm(AnnotationMirror confirm) {
        String top = "leave it out for 8, or fewer after a short search";
        String repeats = "leave it out for 5";
        checkNumber(confirm, "top", 1, top);
        checkMost(confirm, "top", top);
        checkNumber(confirm, "repeats", 2, repeats);
        checkMost(confirm, "repeats", repeats);
    }

    private void checkMost(AnnotationMirror confirm, String attribute, String advice) {
        Mirrors.given(confirm, attribute)
                .filter(value -> value.getValue() instanceof Number number && number.longValue() > MOST_RUNS)
                .ifPresent(value -> add(
                        Message.TEST_LARGE_NUMBER,
                        confirm,
                        value,
                        "@Confirm " + attribute,
                        value.getValue(),
                        MOST_RUNS,
                        advice));
    }

    private void checkNumber(AnnotationMirror mirror, String attribute, int least, String advice) {
        Mirrors.given(mirror, attribute)
                .filter(value -> value.getValue() instanceof Number number && number.longValue() < least)
                .ifPresent(value -> add(
                        Message.TEST_NUMBER,
                        mirror,
                        value,
                        "@" + Mirrors.simpleName(mirror) + " " + attribute,
                        value.getValue(),
                        least,
                        advice));
    }

    private void checkOneBudget(AnnotationMirror test) {
        Mirrors.given(test, "trials").ifPresent(trials -> Mirrors.given(test, "trainings")
                .ifPresent(trainings -> add(Message.TEST_BUDGETS, test, trainings, trainings, trials)));
    }

    private void checkMeasure(AnnotationMirror direction) {
        Mirrors.given(direction, "value")
                .filter(value ->
                        Mirrors.isText(value) && value.getValue().toString().isBlank())
                .ifPresent(value ->
                        add(Message.TEST_MEASURE, direction, value, "@" + Mirrors.simpleName(direction), value));
    }

    private void checkGate(AnnotationMirror gate) {
        boolean minimize = isComposed(TuningTestRules.MINIMIZE);
        if (minimize == isComposed(TuningTestRules.MAXIMIZE)) {
            return; // That is a fault of its own.
        }
        String needed = minimize ? "atMost" : "atLeast";
        if (!isBound(gate, needed)) {
            String other = minimize ? "atLeast" : "atMost";
            subject.report()
                    .add(
                            Message.TEST_GATE,
                            Place.of(subject.element(), gate),
                            subject.text(),
                            isBound(gate, other) ? "only " + other : "none",
                            needed,
                            minimize ? "@Minimize" : "@Maximize");
        }
    }

    private boolean isComposed(String direction) {
        return Mirrors.findComposed(subject.element(), direction).isPresent();
    }

    private static boolean isBound(AnnotationMirror gate, String attribute) {
        double none = attribute.equals("atMost") ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        return Mirrors.given(gate, attribute)
                .filter(value -> !value.getValue().equals(none))
                .isPresent();
    }

    private void add(Message message, AnnotationMirror mirror, AnnotationValue value, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = subject.text();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        subject.report().add(message, new Place(subject.element(), mirror, value), all);
    }
}
