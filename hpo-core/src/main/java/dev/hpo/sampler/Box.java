// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.Domain;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;

/**
 * A part of a space around a configuration.
 *
 * @param centre the configuration
 * @param side the length of each side in the unit cube of the scales, above 0 and at most 1
 */
record Box(Configuration centre, double side) {

    /**
     * Returns the value of a parameter at a position of this box.
     *
     * @param position from 0 to 1
     */
    Object value(Parameter<?> parameter, double position) {
        Domain domain = parameter.domain();
        Object best = centre.asMap().get(parameter.name());
        if (best == null || !domain.contains(best)) {
            return domain.fromUnit(position);
        }
        if (domain instanceof ChoiceDomain choice && !choice.ordered()) {
            return position < side ? domain.fromUnit(position / side) : best;
        }
        double middle = domain.toUnit(best);
        double low = Math.max(0, Math.min(middle - side / 2, 1 - side));
        double from = Math.min(low, neighbour(domain, best, -1));
        double to = Math.max(low + side, neighbour(domain, best, 1));
        return domain.fromUnit(from + (to - from) * position);
    }

    /** Returns where the next value is, beyond which nothing is; the value itself where there are no gaps. */
    private static double neighbour(Domain domain, Object best, int step) {
        double middle = domain.toUnit(best);
        if (domain.cardinality() == Domain.CONTINUOUS) {
            return middle;
        }
        if (domain instanceof IntegerDomain whole && whole.levels() == 0) {
            long next = (Long) best + step;
            return whole.contains(next) ? whole.toUnit(next) : middle;
        }
        return Math.max(0, Math.min(middle + step / (double) domain.cardinality(), 1));
    }
}
