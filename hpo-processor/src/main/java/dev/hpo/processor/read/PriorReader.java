// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Belief;
import dev.hpo.processor.model.Content;
import dev.hpo.processor.model.Decimal;
import dev.hpo.processor.model.Message;
import dev.hpo.processor.model.Range;
import dev.hpo.processor.model.ValueType;
import dev.hpo.space.NearestName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;

/** Reads and checks {@code @Prior}. */
final class PriorReader {

    private static final String NEAR = "near";
    private static final String CHOICE = "choice";
    private static final String SPREAD = "spread";
    private static final String WEIGHT = "weight";

    private final Subject subject;
    private final Mark mark;

    PriorReader(Subject subject, Mark mark) {
        this.subject = subject;
        this.mark = mark;
    }

    /** Returns what a member holds together with the belief about it, or nothing if that has a fault, which is reported then. */
    Optional<Content> read(Content content) {
        if (content instanceof Content.Scalar scalar) {
            return belief(scalar).map(scalar::believing);
        }
        if (content instanceof Content.ScalarList list) {
            return belief(list.element())
                    .map(belief -> new Content.ScalarList(
                            list.min(), list.max(), list.element().believing(belief)));
        }
        checkAlone();
        content.space()
                .ifPresent(type -> report(
                        Message.PRIOR_WITHOUT_DOMAIN, mark.place(subject.element()), type.display(), mark.label()));
        return Optional.empty();
    }

    /** Checks what does not depend on the domain, and returns whether that is right. */
    boolean checkAlone() {
        boolean near = isGiven(NEAR);
        boolean choice = isGiven(CHOICE);
        if (near && choice) {
            report(Message.PRIOR_BOTH, mark.place(subject.element(), CHOICE), mark.label(CHOICE), text(CHOICE));
        }
        if (!near && !choice) {
            report(Message.PRIOR_NONE, mark.place(subject.element()), mark.label());
        }
        boolean spreadFits = isShare(SPREAD, 1, Message.PRIOR_SPREAD);
        return isShare(WEIGHT, 0.9, Message.PRIOR_WEIGHT) && spreadFits && near != choice;
    }

    private boolean isShare(String attribute, double most, Message message) {
        Optional<Double> share = mark.number(attribute);
        if (share.isEmpty()) {
            return unresolved();
        }
        boolean fits = share.get() > 0 && share.get() <= most;
        if (!fits) {
            report(message, mark.place(subject.element(), attribute), mark.label(attribute), text(share.get()));
        }
        return fits;
    }

    private Optional<Belief> belief(Content.Scalar scalar) {
        if (!checkAlone()) {
            return Optional.empty();
        }
        if (!(scalar.range() instanceof Range.Listed listed)) {
            boolean whole = isAbsent(CHOICE, "the values are a range", "write near, with a number");
            return isAbsent(WEIGHT, "the values have an order", "write spread") && whole
                    ? number(scalar)
                    : Optional.empty();
        }
        boolean list = isAbsent(NEAR, "the values are listed", "write choice, with one of them");
        boolean kind = listed.ordered()
                ? isAbsent(WEIGHT, "the values have an order", "write spread")
                : isAbsent(SPREAD, "the values have no order", "write weight");
        return list && kind ? option(listed, scalar.type()) : Optional.empty();
    }

    private Optional<Belief> number(Content.Scalar scalar) {
        Optional<Double> near = mark.number(NEAR);
        Optional<Double> spread = mark.number(SPREAD);
        if (near.isEmpty() || spread.isEmpty()) {
            unresolved();
            return Optional.empty();
        }
        double value = near.get();
        boolean whole = scalar.type().isWhole();
        RuntimeDomain domain = RuntimeDomain.of(scalar);
        if (!Double.isFinite(value) || (whole && value != Math.rint(value)) || !domain.contains(value)) {
            String shown = whole ? new Decimal(value).brief() : text(value);
            String label = mark.label(NEAR);
            report(
                    Message.PRIOR_VALUE,
                    mark.place(subject.element(), NEAR),
                    label,
                    shown,
                    (whole && value != Math.rint(value) ? "a whole number, " : "") + domain.description());
            return Optional.empty();
        }
        return Optional.of(new Belief(whole ? (Object) (long) value : (Object) value, spread.get()));
    }

    private Optional<Belief> option(Range.Listed listed, ValueType type) {
        Optional<AnnotationValue> value = Mirrors.value(mark.mirror(), CHOICE).filter(Mirrors::isText);
        Optional<Double> strength = mark.number(listed.ordered() ? SPREAD : WEIGHT);
        if (value.isEmpty() || strength.isEmpty()) {
            unresolved();
            return Optional.empty();
        }
        String text = value.get().getValue().toString();
        Optional<Range.Option> option = listed.options().stream()
                .filter(each -> nameOf(each, type).equals(text))
                .findFirst();
        if (option.isEmpty()) {
            List<String> names =
                    listed.options().stream().map(each -> nameOf(each, type)).toList();
            String advice = NearestName.advice(text, names);
            report(Message.PRIOR_CHOICE, mark.place(subject.element(), CHOICE), mark.label(CHOICE), text, advice);
        }
        return option.map(each -> new Belief(each.value(), strength.get()));
    }

    /** Returns the text by which the source names an option: what is listed, or the name of an enum's constant. */
    private static String nameOf(Range.Option option, ValueType type) {
        return type == ValueType.ENUM
                ? option.value().toString()
                : option.text().name();
    }

    private boolean isAbsent(String attribute, String where, String advice) {
        boolean given = isGiven(attribute);
        if (given) {
            report(
                    Message.PRIOR_SURPLUS,
                    mark.place(subject.element(), attribute),
                    mark.label(attribute),
                    text(attribute),
                    where,
                    advice);
        }
        return !given;
    }

    private boolean isGiven(String attribute) {
        return Mirrors.given(mark.mirror(), attribute).isPresent();
    }

    private String text(String attribute) {
        Object value = Mirrors.value(mark.mirror(), attribute)
                .map(AnnotationValue::getValue)
                .orElse("");
        return value instanceof Double number ? text(number) : value.toString();
    }

    private static String text(double number) {
        return new Decimal(number).text();
    }

    private boolean unresolved() {
        subject.report().addCurable(Message.UNRESOLVED, mark.place(subject.element()), subject.text(), mark.label());
        return false;
    }

    private void report(Message message, Place place, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = subject.text();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        subject.report().add(message, place, all);
    }
}
