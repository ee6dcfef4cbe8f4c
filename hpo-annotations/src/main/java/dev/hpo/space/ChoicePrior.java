// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

/**
 * One choice is believed to be good: it gets a share of the probability, the rest is spread over all choices evenly.
 *
 * @param domain the choices, which have no order
 * @param favoured the raw value of the favoured one
 * @param weight its share; above 0, at most one minus the uniform share
 */
record ChoicePrior(Domain domain, Object favoured, double weight) implements Prior {

    ChoicePrior {
        if (!(domain instanceof ChoiceDomain choices) || choices.ordered()) {
            throw new IllegalArgumentException("favoured (" + favoured
                    + ") must be a choice without an order, but the domain is " + domain.describe()
                    + "; use near for values with neighbours");
        }
        favoured = domain.canonical(favoured);
        if (!(weight > 0 && weight <= 1 - UNIFORM_SHARE)) {
            throw new IllegalArgumentException(
                    "weight (" + weight + ") must be above 0 and at most " + (1 - UNIFORM_SHARE));
        }
    }

    @Override
    public double logDensity(Object raw) {
        return logDensityAt(domain.toUnit(raw));
    }

    @Override
    public double logDensityAt(double position) {
        return StrictMath.log(domain.fromUnit(position).equals(favoured) ? inside() : outside());
    }

    /** The cumulative distribution is three straight lines: before the favoured choice's cell, in it, and after it. */
    @Override
    public double position(double share) {
        double wanted = Unit.clamp(share);
        Cell cell = Cell.of(domain, favoured);
        double before = cell.low() * outside();
        if (wanted < before) {
            return wanted / outside();
        }
        double within = before + cell.width() * inside();
        return wanted < within
                ? cell.low() + (wanted - before) / inside()
                : Math.min(1, cell.high() + (wanted - within) / outside());
    }

    private double inside() {
        return outside() + weight * domain.cardinality();
    }

    private double outside() {
        return 1 - weight;
    }

    @Override
    public String describe() {
        return "favours " + favoured + ", weight " + Values.number(weight);
    }
}
