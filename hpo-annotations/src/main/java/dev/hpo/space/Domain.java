// SPDX-License-Identifier: Apache-2.0
package dev.hpo.space;

/**
 * The set of values a parameter can take, and the way they lie in the unit interval.
 *
 * <p>Values are <em>raw</em>: a {@link Double} in a {@link RealDomain}, a {@link Long} in an {@link IntegerDomain}, a
 * {@link String} in a {@link ChoiceDomain}. A {@link Parameter} turns them into the type of the user's field.
 *
 * <p>The unit interval is where samplers work. In a domain without gaps, {@link #fromUnit} follows the scale. A domain of
 * k values divides the interval into k equal cells and {@link #toUnit} returns the middle of the value's cell, except
 * that whole numbers on a logarithmic scale get cells as wide as they are on that scale.
 */
public sealed interface Domain permits RealDomain, IntegerDomain, ChoiceDomain {

    /** What {@link #cardinality()} returns for a domain without gaps. */
    long CONTINUOUS = Long.MAX_VALUE;

    /** Returns whether a raw value of the right type lies in this domain. */
    boolean contains(Object raw);

    /**
     * Returns the raw value of this domain that a given one stands for: itself, or the neighbour it differs from by
     * rounding only, as 0.30000000000000004 does from 0.3 in a domain with steps of 0.1.
     *
     * @throws ConfigurationException if there is none
     */
    default Object canonical(Object raw) {
        return Values.require(this, raw);
    }

    /**
     * Returns the raw value at a position of the unit interval.
     *
     * @param position from 0 to 1; values outside are taken as the nearer end
     */
    Object fromUnit(double position);

    /**
     * Returns the position of a raw value in the unit interval, such that {@code fromUnit(toUnit(v))} equals {@code v} in a
     * domain with gaps, and is {@code v} up to rounding in one without.
     *
     * @throws ConfigurationException if the value is not in this domain
     */
    double toUnit(Object raw);

    /** Returns the number of values, or {@link #CONTINUOUS} if there are no gaps. */
    long cardinality();

    /**
     * Returns the value of the given index, in ascending order of position.
     *
     * @param index from 0 to below {@link #cardinality()}
     * @throws IllegalStateException if this domain is continuous
     */
    Object valueAt(long index);

    /**
     * Returns the raw value that a text stands for.
     *
     * @throws ConfigurationException if the text cannot be read, or the value is not in this domain
     */
    Object parse(String text);

    /** Returns the exact text of a raw value, which {@link #parse} reads back to the same bits. */
    default String text(Object raw) {
        return raw.toString();
    }

    /** Returns a short text of a raw value for people, three or four significant digits long. */
    String shortText(Object raw);

    /** Returns one line that says what this domain is, for errors and reports, exactly, such as {@code 1e-4 to 1, log}. */
    String describe();
}
