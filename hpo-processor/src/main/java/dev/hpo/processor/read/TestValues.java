// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;

/**
 * Checks single values of an annotation of a test, each of which is said of where it is written.
 *
 * @param subject the method
 * @param mirror its annotation
 */
record TestValues(Subject subject, AnnotationMirror mirror) {

    /** As the durations of hpo-junit. */
    private static final Pattern DURATION = Pattern.compile("(?!0+\\D)\\d{1,9} ?(ms|s|m|h|d)");

    void checkLeast(String attribute, int least, String advice) {
        checkNumber(Message.TEST_NUMBER, attribute, number -> number < least, least, advice);
    }

    void checkMost(String attribute, int most, String advice) {
        checkNumber(Message.TEST_LARGE_NUMBER, attribute, number -> number > most, most, advice);
    }

    private void checkNumber(Message message, String attribute, LongPredicate isBad, int bound, String advice) {
        Mirrors.given(mirror, attribute)
                .filter(value -> value.getValue() instanceof Number number && isBad.test(number.longValue()))
                .ifPresent(value -> add(message, value, name() + " " + attribute, value.getValue(), bound, advice));
    }

    void checkTimeout() {
        Mirrors.given(mirror, "timeout")
                .filter(Mirrors::isText)
                .filter(value -> !isTimeout(value.getValue().toString()))
                .ifPresent(value -> add(Message.TEST_TIMEOUT, value, name(), value));
    }

    private static boolean isTimeout(String text) {
        return text.isEmpty() || DURATION.matcher(text.strip()).matches();
    }

    /** Returns how people write the annotation: {@code @TuningTest}. */
    String name() {
        return "@" + Mirrors.simpleName(mirror);
    }

    /** Adds a fault at a value. */
    void add(Message message, AnnotationValue value, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = subject.text();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        subject.report().add(message, new Place(subject.element(), mirror, value), all);
    }
}
