// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.sampler.lattice.Axis;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;

/** Chooses the values that a grid takes of each parameter. */
final class GridAxes {

    private static final MathContext DIGITS = new MathContext(9, RoundingMode.HALF_EVEN);

    /** How far rounding may move a value, as a part of the range. */
    private static final double ROUNDING = 1e-6;

    private GridAxes() {}

    /**
     * Returns all values of a choice and of a range with a step or levels of its own, and equally spaced ones of any other
     * range.
     *
     * @param levels how many values to take of a range at most; at least 2
     */
    static Axis of(Parameter<?> parameter, int levels) {
        if (parameter.domain() instanceof RealDomain real && real.levels() == 0) {
            return Axis.of(distinct(parameter, levels, index -> spaced(real, (double) index / (levels - 1))));
        }
        if (parameter.domain() instanceof IntegerDomain whole && whole.levels() == 0 && whole.cardinality() > levels) {
            return Axis.of(distinct(parameter, levels, index -> spaced(whole, (double) index / (levels - 1))));
        }
        return Axis.of(parameter.domain());
    }

    /** Neighbours that a float or a whole number cannot tell apart are one value. */
    private static List<Object> distinct(Parameter<?> parameter, int levels, LongFunction<Object> value) {
        Set<Object> values = new LinkedHashSet<>();
        for (int index = 0; index < levels; index++) {
            values.add(parameter.canonical(value.apply(index)));
        }
        return List.copyOf(values);
    }

    /** Rounded, so that people read 0.001 and not 0.0009999999999999998, unless the range is too narrow for that. */
    private static double spaced(RealDomain domain, double fraction) {
        double value = domain.fromUnit(fraction);
        boolean nearOne = (domain.scale() == Scale.ONE_MINUS_LOG || domain.scale() == Scale.LOGIT) && value > 0.5;
        BigDecimal exact = new BigDecimal(value);
        double rounded = nearOne
                ? BigDecimal.ONE
                        .subtract(BigDecimal.ONE.subtract(exact).round(DIGITS))
                        .doubleValue()
                : exact.round(DIGITS).doubleValue();
        boolean isBound = fraction <= 0 || fraction >= 1;
        boolean moves = Math.abs(rounded - value) > ROUNDING * (domain.max() - domain.min());
        return isBound || moves ? value : Math.min(domain.max(), Math.max(domain.min(), rounded));
    }

    private static long spaced(IntegerDomain domain, double fraction) {
        Scale scale = domain.scale();
        double low = scale.forward((double) domain.min());
        double high = scale.forward((double) domain.max());
        long value = Math.round(scale.inverse(low * (1 - fraction) + high * fraction));
        return Math.min(domain.max(), Math.max(domain.min(), value));
    }
}
