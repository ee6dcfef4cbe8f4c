// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

/**
 * What must hold of a parent parameter for another parameter to exist in a configuration.
 *
 * <p>Conditions are known before any trial: they come from the types, not from what was sampled.
 */
public sealed interface Condition {

    /** Returns the parameter on which this condition depends. */
    Parameter<?> parent();

    /** Returns whether a raw value of the parent fulfils this condition. */
    boolean holdsFor(Object raw);

    /** Returns whether the parent is present in a configuration, or in one under construction, and fulfils this condition. */
    default boolean holds(Configuration configuration) {
        Object raw = configuration.asMap().get(parent().name());
        return raw != null && holdsFor(raw);
    }

    /**
     * The parent has one certain value: the kind of a sealed type.
     *
     * @param parent the parameter that is looked at
     * @param value its raw value
     */
    record Equal(Parameter<?> parent, Object value) implements Condition {
        @Override
        public boolean holdsFor(Object raw) {
            return value.equals(raw);
        }
    }

    /**
     * The parent has at least a certain value: the size of a list that has this element.
     *
     * @param parent a parameter with an {@link IntegerDomain}
     * @param minimum the smallest value for which the condition holds
     */
    record AtLeast(Parameter<?> parent, long minimum) implements Condition {
        @Override
        public boolean holdsFor(Object raw) {
            return raw instanceof Long size && size >= minimum;
        }
    }
}
