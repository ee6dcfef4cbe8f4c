// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Message;
import java.util.Optional;

/** Reads and checks {@code @Size}. */
final class SizeReader {

    static final int LARGEST = 64;
    private static final String TOO_LONG = "shorten the list, each element is a parameter";

    private SizeReader() {}

    /**
     * The sizes that a list can have.
     *
     * @param min the smallest
     * @param max the largest
     */
    record Size(int min, int max) {}

    static Optional<Size> read(Subject subject, Mark mark) {
        Optional<Integer> min = mark.whole("min");
        Optional<Integer> max = mark.whole("max");
        if (min.isEmpty() || max.isEmpty()) {
            subject.report()
                    .addCurable(Message.UNRESOLVED, mark.place(subject.element()), subject.text(), mark.label());
            return Optional.empty();
        }
        boolean minFits = min.get() >= 0 && min.get() <= LARGEST;
        if (!minFits) {
            subject.report()
                    .add(
                            Message.SIZE_MIN,
                            mark.place(subject.element(), "min"),
                            subject.text(),
                            mark.label("min"),
                            min.get(),
                            min.get() < 0 ? "write 0 for a list that may be empty" : TOO_LONG);
        }
        return maxFits(subject, mark, min.get(), max.get()) && minFits
                ? Optional.of(new Size(min.get(), max.get()))
                : Optional.empty();
    }

    private static boolean maxFits(Subject subject, Mark mark, int min, int max) {
        int least = Math.max(min, 1);
        if ((max >= least || min > LARGEST) && max <= LARGEST) {
            return true;
        }
        String advice = max > LARGEST ? TOO_LONG : "swap min and max, or raise max";
        subject.report()
                .add(
                        Message.SIZE_MAX,
                        mark.place(subject.element(), "max"),
                        subject.text(),
                        mark.label("max"),
                        max,
                        least > LARGEST ? 1 : least,
                        advice);
        return false;
    }
}
