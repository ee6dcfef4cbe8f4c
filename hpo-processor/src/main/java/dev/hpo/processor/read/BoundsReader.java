// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Decimal;
import dev.hpo.processor.model.Message;
import dev.hpo.processor.model.Range;
import dev.hpo.processor.model.ValueType;
import dev.hpo.space.Scale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and checks one annotation with bounds. */
final class BoundsReader {

    private static final double EXACT = 1L << 53;

    private final Subject subject;
    private final Mark mark;
    private final @Nullable ValueType type;

    /**
     * Creates a reader.
     *
     * @param type the type of the member, or null if only what holds for every type is to be checked
     */
    BoundsReader(Subject subject, Mark mark, @Nullable ValueType type) {
        this.subject = subject;
        this.mark = mark;
        this.type = type;
    }

    /** Returns the range, or nothing if it has a fault, which is reported then. */
    Optional<Range> read() {
        Optional<Double> min = mark.number("min");
        Optional<Double> max = mark.number("max");
        if (min.isEmpty() || max.isEmpty()) {
            subject.report()
                    .addCurable(Message.UNRESOLVED, mark.place(subject.element()), subject.text(), mark.label());
            return Optional.empty();
        }
        boolean minFits = fits("min", min.get());
        boolean maxFits = fits("max", max.get());
        if (!(minFits && maxFits && ordered(min.get(), max.get()))) {
            return Optional.empty();
        }
        return new SpacingReader(subject, mark, type).read(min.get(), max.get());
    }

    private boolean fits(String attribute, double bound) {
        if (!Double.isFinite(bound)) {
            return fault(Message.BOUND_NOT_FINITE, attribute, bound);
        }
        if (type != null && type.isWhole() && !fitsWhole(attribute, bound)) {
            return false;
        }
        return fitsScale(attribute, bound) && (type != ValueType.FLOAT || fitsFloat(attribute, bound));
    }

    private boolean fitsWhole(String attribute, double bound) {
        if (bound != Math.rint(bound)) {
            return fault(Message.BOUND_FRACTION, attribute, bound, String.valueOf(type));
        }
        if (type == ValueType.INT && bound != (int) bound) {
            return fault(Message.BOUND_INT, attribute, bound);
        }
        return Math.abs(bound) <= EXACT || fault(Message.BOUND_LONG, attribute, bound);
    }

    private boolean fitsScale(String attribute, double bound) {
        return switch (mark.kind().scale()) {
            case LINEAR -> true;
            case LOG -> bound > 0 || fault(Message.BOUND_LOG, attribute, bound, text(bound));
            case ONE_MINUS_LOG -> (bound >= 0 && bound < 1) || fault(Message.BOUND_ONE_MINUS_LOG, attribute, bound);
            case LOGIT -> (bound > 0 && bound < 1) || fault(Message.BOUND_LOGIT, attribute, bound);
        };
    }

    private boolean fitsFloat(String attribute, double bound) {
        float narrow = (float) bound;
        boolean lost = Float.isInfinite(narrow) || (narrow == 0 && bound != 0);
        boolean belowOne =
                mark.kind().scale() == Scale.ONE_MINUS_LOG || mark.kind().scale() == Scale.LOGIT;
        if (lost || (belowOne && narrow >= 1)) {
            return fault(Message.BOUND_FLOAT, attribute, bound, Float.toString(narrow));
        }
        return true;
    }

    private boolean ordered(double min, double max) {
        if (!(min < max)) {
            return fault(Message.BOUND_ORDER, "max", max, text(min));
        }
        if (!Double.isFinite(max - min)) {
            return fault(Message.BOUND_RANGE, "max", max, text(min));
        }
        if (type == ValueType.FLOAT && (float) min == (float) max) {
            return fault(Message.BOUND_FLOAT, "max", max, "equal to min");
        }
        return true;
    }

    private String text(double number) {
        return type != null && type.isWhole() ? new Decimal(number).brief() : new Decimal(number).text();
    }

    private boolean fault(Message message, String attribute, double value, Object... more) {
        Object[] arguments = new Object[more.length + 3];
        arguments[0] = subject.text();
        arguments[1] = mark.label(attribute);
        arguments[2] = text(value);
        System.arraycopy(more, 0, arguments, 3, more.length);
        subject.report().add(message, mark.place(subject.element(), attribute), arguments);
        return false;
    }
}
