// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

/** The positions of the unit interval that stand for one value; a single one in a domain without gaps. */
record Cell(double low, double high) {

    static Cell of(Domain domain, Object raw) {
        double middle = domain.toUnit(raw);
        if (domain.cardinality() == Domain.CONTINUOUS) {
            return new Cell(middle, middle);
        }
        if (domain instanceof IntegerDomain whole && whole.levels() == 0 && !whole.isEven()) {
            return onLogScale(whole, (Long) raw);
        }
        double half = 0.5 / domain.cardinality();
        return new Cell(middle - half, middle + half);
    }

    private static Cell onLogScale(IntegerDomain domain, long value) {
        double first = Scale.LOG.forward(domain.min() - 0.5);
        double length = Scale.LOG.forward(domain.max() + 0.5) - first;
        return new Cell(
                (Scale.LOG.forward(value - 0.5) - first) / length, (Scale.LOG.forward(value + 0.5) - first) / length);
    }

    double width() {
        return high - low;
    }

    double middle() {
        return (low + high) / 2;
    }
}
