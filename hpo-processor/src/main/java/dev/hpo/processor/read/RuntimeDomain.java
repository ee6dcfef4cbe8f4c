// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor.read;

import dev.hpo.processor.model.Content;
import dev.hpo.processor.model.Range;
import dev.hpo.processor.model.ValueType;
import dev.hpo.space.ConfigurationException;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.Parameter;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scope;
import java.util.List;
import java.util.stream.Collectors;

/** The domain that the generated code will have, to ask it about values. */
sealed interface RuntimeDomain {

    /** Returns whether a literal is a value of it. */
    boolean contains(Object literal);

    /** Returns what it contains, for people. */
    String description();

    static RuntimeDomain of(Content.Scalar scalar) {
        if (scalar.range() instanceof Range.Real range) {
            return new Real(domain(range), scalar.type() == ValueType.FLOAT);
        }
        return scalar.range() instanceof Range.Whole range
                ? new Whole(domain(range))
                : new Listed(((Range.Listed) scalar.range()).options());
    }

    /** Returns whether the generated code can make a domain of numbers. */
    static boolean isPossible(Range range) {
        try {
            return range instanceof Range.Real real
                    ? domain(real).min() == real.min()
                    : domain((Range.Whole) range).min() == ((Range.Whole) range).min();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static RealDomain domain(Range.Real range) {
        return range.step() > 0
                ? RealDomain.stepped(range.min(), range.max(), range.step())
                : new RealDomain(range.min(), range.max(), range.scale(), range.levels());
    }

    private static IntegerDomain domain(Range.Whole range) {
        return range.step() > 0
                ? IntegerDomain.stepped(range.min(), range.max(), range.step())
                : new IntegerDomain(range.min(), range.max(), range.scale(), range.levels());
    }

    /** Numbers with a fraction. */
    record Real(RealDomain domain, boolean isFloat) implements RuntimeDomain {

        @Override
        public boolean contains(Object literal) {
            if (!(literal instanceof Number number)) {
                return true;
            }
            try {
                Object raw = isFloat
                        ? Parameter.ofFloat(Scope.root(), domain).raw(number.floatValue())
                        : domain.canonical(number.doubleValue());
                return domain.contains(raw);
            } catch (ConfigurationException e) {
                return false;
            }
        }

        @Override
        public String description() {
            return domain.describe();
        }
    }

    /** Whole numbers. */
    record Whole(IntegerDomain domain) implements RuntimeDomain {

        @Override
        public boolean contains(Object literal) {
            return !(literal instanceof Number number) || domain.contains(number.longValue());
        }

        @Override
        public String description() {
            return domain.describe();
        }
    }

    /** Values that are listed. */
    record Listed(List<Range.Option> options) implements RuntimeDomain {

        @Override
        public boolean contains(Object literal) {
            return options.stream().anyMatch(option -> same(option.value(), literal));
        }

        private static boolean same(Object value, Object literal) {
            if (value instanceof Number number && literal instanceof Number other) {
                return number.doubleValue() == other.doubleValue();
            }
            return value.equals(literal);
        }

        @Override
        public String description() {
            return options.stream()
                    .map(option -> option.text().name())
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
    }
}
