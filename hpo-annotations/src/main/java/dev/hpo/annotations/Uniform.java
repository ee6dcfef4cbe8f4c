// SPDX-License-Identifier: Apache-2.0
package dev.hpo.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a number a parameter that is drawn uniformly between two bounds, both included.
 *
 * <p>Use it when a step of the same size matters equally everywhere: the number of hidden units between 50 and 100, the
 * number of layers between 2 and 4. Do not use it for a range of several orders of magnitude. On a linear scale from
 * 0.0001 to 1, nine tenths of all draws fall between 0.1 and 1 and only a tenth below 0.1, so that the three decades
 * from 0.0001 to 0.1 share the tenth that is left. {@link LogUniform} gives each decade the same share.
 *
 * <p>For {@code double}, {@code float}, {@code int} and {@code long} members, and for the elements of a {@code List} of
 * these (with {@link Size}).
 */
@Documented
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Uniform {

    /** The smallest value, in the unit of the member; finite, at most 2^53 in size, whole for an int or long. */
    double min();

    /** The largest value, in the unit of the member; above {@link #min()}, whole for an int or long. */
    double max();

    /**
     * The distance between neighbouring values, in the unit of the member: {@code min}, {@code min + step}, and so on up
     * to {@code max}, which must be one of them. Zero, the default, means every value for {@code double} and
     * {@code float} and every whole number for {@code int} and {@code long}.
     */
    double step() default 0;
}
