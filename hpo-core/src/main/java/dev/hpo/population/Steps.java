// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Configuration;
import dev.hpo.space.Domain;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import dev.hpo.space.Space;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Small steps in the values of a parameter. What would leave the domain ends at its bound. */
final class Steps {

    /** How often a value without an order is drawn anew. */
    private static final double ANEW = 0.25;

    /** A factor of e moves a value by this part of a range that has 0 in it. */
    private static final double PARTS = 4;

    private static final double MIDDLE = 0.5;

    private Steps() {}

    /** Returns whether a parameter has numbers or ordered choices. */
    static boolean hasOrder(Parameter<?> parameter) {
        return !(parameter.domain() instanceof ChoiceDomain choice) || choice.ordered();
    }

    /** Returns another raw value of a parameter: times a factor, or in one of four cases drawn anew if its values have no order. */
    static Object moved(Parameter<?> parameter, Object raw, double factor, RandomGenerator random) {
        return hasOrder(parameter)
                ? times(parameter, raw, factor)
                : random.nextDouble() < ANEW ? parameter.domain().fromUnit(random.nextDouble()) : raw;
    }

    /**
     * Returns a raw value times a factor, on the parameter's scale. Whole numbers and ordered choices move by one at least, unless they are at their
     * bound.
     *
     * @param parameter its values must have an order
     */
    static Object times(Parameter<?> parameter, Object raw, double factor) {
        Domain domain = parameter.domain();
        Object moved = raw;
        if (domain instanceof RealDomain real) {
            moved = new Range(real.scale(), real.min(), real.max()).times(real, (Double) raw, factor);
        } else if (domain instanceof IntegerDomain whole) {
            moved = new Range(whole.scale(), whole.min(), whole.max()).times(whole, (Long) raw, factor);
        }
        return moved.equals(raw) && domain.cardinality() != Domain.CONTINUOUS
                ? neighbour(domain, raw, factor > 1)
                : moved;
    }

    private static Object neighbour(Domain domain, Object raw, boolean isUp) {
        long cells = domain.cardinality();
        long index = index(domain, raw, cells);
        return domain.valueAt(Math.max(0, Math.min(cells - 1, index + (isUp ? 1 : -1))));
    }

    /** Cells need not be equally wide, but are in order. */
    private static long index(Domain domain, Object raw, long cells) {
        double place = domain.toUnit(raw);
        long low = 0;
        long high = cells - 1;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (domain.toUnit(domain.valueAt(middle)) < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns a configuration with other raw values of some parameters, by their names. What exists only with these has the middle of its domain. */
    static Configuration changed(Space<?> space, Configuration configuration, Map<String, Object> changes) {
        return space.choose(parameter -> {
            Object change = changes.get(parameter.name());
            if (change != null) {
                return parameter.canonical(change);
            }
            return configuration.contains(parameter)
                    ? configuration.raw(parameter)
                    : parameter.domain().fromUnit(MIDDLE);
        });
    }

    /** The numbers of a parameter. */
    private record Range(Scale scale, double min, double max) {

        /** Returns a value times a factor; if that is not in the domain, as between steps, what lies at its place. */
        Object times(Domain domain, double value, double factor) {
            double times = Math.max(min, Math.min(max, multiplied(value, factor)));
            Object exact = domain instanceof IntegerDomain ? (Object) Math.round(times) : (Object) times;
            double low = scale.forward(min);
            return domain.contains(exact)
                    ? exact
                    : domain.fromUnit((scale.forward(times) - low) / (scale.forward(max) - low));
        }

        /** A range with 0 in it has no factors that lead through it: a value moves by a share of the range. */
        private double multiplied(double value, double factor) {
            return switch (scale) {
                case LOG -> value * factor;
                case ONE_MINUS_LOG -> 1 - (1 - value) / factor;
                case LOGIT -> {
                    double odds = value / (1 - value) * factor;
                    yield odds / (1 + odds);
                }
                case LINEAR -> min > 0 ? value * factor : value + (max - min) * StrictMath.log(factor) / PARTS;
            };
        }
    }
}
