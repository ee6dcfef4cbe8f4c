// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage.journal;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Domain;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.storage.journal.line.Distribution.Categorical;
import dev.hpo.storage.journal.line.Distribution.Kind;
import dev.hpo.storage.journal.line.Distribution.Real;
import dev.hpo.storage.journal.line.Distribution.Whole;
import dev.hpo.trial.ChoiceValues;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Domains in Optuna's terms. What it has no word for, a scale or a grid, is left out: its samplers then draw from all of the
 * range, linearly. The values themselves are never changed by that.
 */
final class DomainKind {

    private static final int FEWEST_DIGITS = 15;
    private static final int MOST_DIGITS = 17;

    private DomainKind() {}

    static Kind of(Parameter<?> parameter) {
        Domain domain = parameter.domain();
        if (domain instanceof RealDomain real) {
            boolean isLog = real.scale() == Scale.LOG;
            return new Real(real.min(), real.max(), isLog, step(real));
        }
        if (domain instanceof IntegerDomain whole) {
            return new Whole(whole.min(), whole.max(), whole.scale() == Scale.LOG, step(whole));
        }
        return new Categorical(choices(parameter, (ChoiceDomain) domain));
    }

    /** Optuna moves the upper bound of a step that does not reach it in decimal arithmetic. */
    private static OptionalDouble step(RealDomain domain) {
        if (domain.levels() == 0 || domain.scale() != Scale.LINEAR) {
            return OptionalDouble.empty();
        }
        BigDecimal range = decimal(domain.max()).subtract(decimal(domain.min()));
        BigDecimal intervals = BigDecimal.valueOf(domain.levels() - 1L);
        double step = range.divide(intervals, MathContext.DECIMAL128).doubleValue();
        boolean isExact = decimal(step).multiply(intervals).compareTo(range) == 0;
        return isExact ? OptionalDouble.of(step) : OptionalDouble.empty();
    }

    private static long step(IntegerDomain domain) {
        if (domain.levels() == 0 || domain.scale() != Scale.LINEAR) {
            return 1;
        }
        long range = domain.max() - domain.min();
        long intervals = domain.levels() - 1L;
        return range % intervals == 0 ? range / intervals : 1;
    }

    /** Returns the shortest decimal number that is read as a number, which is how Python writes it. */
    private static BigDecimal decimal(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == number) {
                return rounded;
            }
        }
        return exact.round(new MathContext(MOST_DIGITS));
    }

    /** Numbers and truth values are themselves, so that a worker in Python gets them, if they differ; all else is its text. */
    private static List<@Nullable Object> choices(Parameter<?> parameter, ChoiceDomain domain) {
        return new ArrayList<>(ChoiceValues.scalars(parameter, domain).orElseGet(() -> List.copyOf(domain.choices())));
    }
}
