// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Decimal;
import dev.hpo.processor.model.Message;
import dev.hpo.processor.model.Range;
import dev.hpo.processor.model.ValueType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and checks the step or levels of an annotation whose bounds are right. */
final class SpacingReader {

    private static final int LISTED = 3;

    private final Subject subject;
    private final Mark mark;
    private final @Nullable ValueType type;

    SpacingReader(Subject subject, Mark mark, @Nullable ValueType type) {
        this.subject = subject;
        this.mark = mark;
        this.type = type;
    }

    Optional<Range> read(double min, double max) {
        if (mark.kind() == DomainKind.UNIFORM) {
            double step = mark.number("step").orElse(0.0);
            return step == 0 || stepFits(min, max, step) ? Optional.of(range(min, max, step, 0)) : Optional.empty();
        }
        int levels = mark.whole("levels").orElse(0);
        return levels == 0 || levelsFit(min, max, levels) ? Optional.of(range(min, max, 0, levels)) : Optional.empty();
    }

    private Range range(double min, double max, double step, int levels) {
        return type != null && type.isWhole()
                ? new Range.Whole(mark.kind().scale(), (long) min, (long) max, (long) step, levels)
                : new Range.Real(mark.kind().scale(), min, max, step, levels);
    }

    private boolean stepFits(double min, double max, double step) {
        if (!(step > 0) || !Double.isFinite(step)) {
            return fault(Message.STEP_POSITIVE, "step", text(step));
        }
        if (type != null && type.isWhole() && step != Math.rint(step)) {
            return fault(Message.BOUND_FRACTION, "step", text(step), String.valueOf(type));
        }
        BigDecimal range = exact(max).subtract(exact(min));
        if (exact(step).compareTo(range) > 0) {
            return fault(Message.STEP_RANGE, "step", text(step), text(range.doubleValue()));
        }
        double intervals = range.divide(exact(step), MathContext.DECIMAL128).doubleValue();
        if (intervals >= Integer.MAX_VALUE) {
            return fault(Message.STEP_COUNT, "step", text(step));
        }
        if (!RuntimeDomain.isPossible(range(min, max, step, 0))) {
            int last = (int) intervals;
            return fault(
                    Message.STEP_MISSES, "max", text(max), text(step), values(min, step, last), at(min, step, last));
        }
        return true;
    }

    /** Names the first values and the last one. */
    private String values(double min, double step, int last) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(last, LISTED); i++) {
            text.append(at(min, step, i)).append(", ");
        }
        return text.append(last > LISTED ? "..., " : "")
                .append(at(min, step, last))
                .toString();
    }

    private String at(double min, double step, int index) {
        return text(
                exact(min).add(exact(step).multiply(BigDecimal.valueOf(index))).doubleValue());
    }

    private boolean levelsFit(double min, double max, int levels) {
        if (levels < 2) {
            return fault(Message.LEVELS_FEW, "levels", levels);
        }
        if (!differ(min, max, levels)) {
            return fault(Message.LEVELS_MANY, "levels", levels, most(min, max, levels));
        }
        return true;
    }

    /** Two levels always differ; searches by halves, since the more levels the closer they are. */
    private int most(double min, double max, int tooMany) {
        int enough = 2;
        int above = tooMany;
        while (above - enough > 1) {
            int middle = enough + (above - enough) / 2;
            if (differ(min, max, middle)) {
                enough = middle;
            } else {
                above = middle;
            }
        }
        return enough;
    }

    private boolean differ(double min, double max, int levels) {
        return RuntimeDomain.isPossible(range(min, max, 0, levels));
    }

    private static BigDecimal exact(double value) {
        return new BigDecimal(new Decimal(value).text());
    }

    private String text(double number) {
        return type != null && type.isWhole() ? new Decimal(number).brief() : new Decimal(number).text();
    }

    private boolean fault(Message message, String attribute, Object value, Object... more) {
        Object[] arguments = new Object[more.length + 3];
        arguments[0] = subject.text();
        arguments[1] = mark.label(attribute);
        arguments[2] = value;
        System.arraycopy(more, 0, arguments, 3, more.length);
        subject.report().add(message, mark.place(subject.element(), attribute), arguments);
        return false;
    }
}
