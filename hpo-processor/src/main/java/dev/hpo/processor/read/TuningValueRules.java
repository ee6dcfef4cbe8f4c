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
        TestValues values = new TestValues(subject, test);
        values.checkLeast("trials", 1, "leave it out for 50");
        values.checkLeast("trainings", 1, "leave it out to count trials");
        values.checkLeast("steps", 1, "leave it out to learn it from the trials");
        checkOneBudget(test);
        values.checkLeast("window", 1, "leave it out for 4");
        values.checkLeast("patience", 0, "leave it out for no end");
        values.checkTimeout();
    }

    private void checkConfirm(AnnotationMirror confirm) {
        TestValues values = new TestValues(subject, confirm);
        String top = "leave it out for 8, or fewer after a short search";
        String repeats = "leave it out for 5";
        values.checkLeast("top", 1, top);
        values.checkMost("top", MOST_RUNS, top);
        values.checkLeast("repeats", 2, repeats);
        values.checkMost("repeats", MOST_RUNS, repeats);
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
        new TestValues(subject, mirror).add(message, value, arguments);
    }
}
