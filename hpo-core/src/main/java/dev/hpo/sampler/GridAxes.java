// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.sampler.lattice.Axis;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;

/** Chooses the values that a grid takes of each parameter. */
final class GridAxes {

    private GridAxes() {}

    /**
     * Returns all values of a choice and of a range with a step or levels of its own, and equally spaced ones of any other
     * range.
     *
     * @param levels how many values to take of a range at most; at least 2
     */
    static Axis of(Parameter<?> parameter, int levels) {
        if (parameter.domain() instanceof RealDomain real && real.levels() == 0) {
            RealDomain spaced = new RealDomain(real.min(), real.max(), real.scale(), levels);
            return Axis.of(distinct(parameter, levels, index -> within(real, spaced.valueAt(index))));
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

    /** A level is rounded to twelve digits, which may be out of bounds that agree in more. */
    private static double within(RealDomain domain, double value) {
        return Math.min(domain.max(), Math.max(domain.min(), value));
    }

    private static long spaced(IntegerDomain domain, double fraction) {
        Scale scale = domain.scale();
        double low = scale.forward((double) domain.min());
        double high = scale.forward((double) domain.max());
        long value = Math.round(scale.inverse(low * (1 - fraction) + high * fraction));
        return Math.min(domain.max(), Math.max(domain.min(), value));
    }
}
