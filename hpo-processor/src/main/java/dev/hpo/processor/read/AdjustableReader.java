// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Content;
import dev.hpo.processor.model.Message;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * Reads and checks {@code @Adjustable}.
 *
 * <p>"May not" is the stronger word: nearer to the member than a "may", it takes that back; further away it says that this is structure, which
 * nothing nearer can deny.
 */
final class AdjustableReader {

    private static final String VALUE = "value";

    private final Subject subject;
    private final List<Mark> marks;

    /**
     * Creates a reader.
     *
     * @param marks what says of the member, or annotation, that it is adjustable or is not
     */
    AdjustableReader(Subject subject, List<Mark> marks) {
        this.subject = subject;
        this.marks = marks;
    }

    /** Returns whether a member may change while a model trains. */
    static boolean isAdjustable(Element member) {
        List<Mark> marks = Marks.of(member).adjustables();
        return !marks.isEmpty() && marks.stream().allMatch(AdjustableReader::isYes);
    }

    /** Returns what a member holds together with whether it may change, or nothing if that has a fault, which is reported then. */
    Optional<Content> read(Content content) {
        if (marks.isEmpty()) {
            return Optional.of(content);
        }
        if (!check()) {
            return Optional.empty();
        }
        boolean may = marks.stream().allMatch(AdjustableReader::isYes);
        if (content instanceof Content.Scalar scalar) {
            return Optional.of(scalar.adjusting(may));
        }
        if (content instanceof Content.ScalarList list) {
            return Optional.of(new Content.ScalarList(
                    list.min(), list.max(), list.element().adjusting(may)));
        }
        withoutDomain(content);
        return Optional.empty();
    }

    private void withoutDomain(Content content) {
        Mark mark = marks.get(0);
        String type = content instanceof Content.Nested nested
                ? nested.type().display()
                : "List<" + ((Content.NestedList) content).element().display() + ">";
        subject.report()
                .add(
                        Message.ADJUSTABLE_WITHOUT_DOMAIN,
                        mark.place(subject.element()),
                        subject.text(),
                        type,
                        mark.label());
    }

    /** Checks what does not depend on what it stands at, and returns whether that is right. */
    boolean check() {
        for (Mark mark : marks) {
            if (mark.flag(VALUE).isEmpty()) {
                subject.report()
                        .addCurable(Message.UNRESOLVED, mark.place(subject.element()), subject.text(), mark.label());
                return false;
            }
        }
        Optional<Mark> may = nearest(true);
        Optional<Mark> mayNot = nearest(false);
        boolean isDenied = may.isPresent()
                && mayNot.isPresent()
                && may.get().depth() <= mayNot.get().depth();
        if (isDenied) {
            subject.report()
                    .add(
                            Message.ADJUSTABLE_STRUCTURE,
                            may.get().place(subject.element()),
                            subject.text(),
                            may.get().label(),
                            mayNot.get()
                                    .bearer()
                                    .map(type -> "@" + type.getSimpleName())
                                    .orElse(mayNot.get().label()));
        }
        return !isDenied;
    }

    private Optional<Mark> nearest(boolean may) {
        return marks.stream().filter(mark -> isYes(mark) == may).min(Comparator.comparingInt(Mark::depth));
    }

    private static boolean isYes(Mark mark) {
        return mark.flag(VALUE).orElse(false);
    }
}
