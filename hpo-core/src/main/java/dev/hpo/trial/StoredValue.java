// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.Domain;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import java.util.Optional;
import java.util.OptionalDouble;

/** A value of an earlier domain in the present one. */
final class StoredValue {

    private StoredValue() {}

    /**
     * Returns the raw value that a stored one means; empty if the present domain has none.
     *
     * @param stored a number or a text
     */
    static Optional<Object> of(Parameter<?> parameter, Object stored) {
        try {
            return in(parameter.domain(), stored).map(parameter::canonical);
        } catch (ConfigurationException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> in(Domain domain, Object stored) {
        if (domain instanceof ChoiceDomain choices) {
            return choice(choices, stored);
        }
        OptionalDouble number = number(stored);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return domain instanceof RealDomain real
                ? real(real, number.getAsDouble())
                : whole((IntegerDomain) domain, number.getAsDouble());
    }

    private static Optional<Object> real(RealDomain domain, double value) {
        if (!(value >= domain.min() && value <= domain.max())) {
            return Optional.empty();
        }
        if (domain.levels() == 0) {
            return Optional.of(value);
        }
        double position =
                RealDomain.of(domain.scale(), domain.min(), domain.max()).toUnit(value);
        return Optional.of(domain.valueAt(Math.round(position * (domain.levels() - 1))));
    }

    private static Optional<Object> whole(IntegerDomain domain, double value) {
        if (!(value >= domain.min() && value <= domain.max())) {
            return Optional.empty();
        }
        if (domain.levels() == 0) {
            return Optional.of(Math.round(value));
        }
        // The levels are those of the real axis, rounded.
        double position = RealDomain.of(domain.scale(), (double) domain.min(), (double) domain.max())
                .toUnit(value);
        return Optional.of(domain.valueAt(Math.round(position * (domain.levels() - 1))));
    }

    private static Optional<Object> choice(ChoiceDomain domain, Object stored) {
        if (stored instanceof Number) {
            OptionalDouble wanted = number(stored);
            return domain.choices().stream()
                    .filter(text -> number(text).equals(wanted))
                    .findFirst()
                    .map(Object.class::cast);
        }
        return Optional.of(domain.parse(stored.toString()));
    }

    private static OptionalDouble number(Object stored) {
        try {
            return OptionalDouble.of(
                    stored instanceof Number number ? number.doubleValue() : Double.parseDouble(stored.toString()));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
