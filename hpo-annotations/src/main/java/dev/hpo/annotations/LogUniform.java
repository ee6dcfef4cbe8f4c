// SPDX-License-Identifier: Apache-2.0
package dev.hpo.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a positive number a parameter that is drawn uniformly on a logarithmic scale.
 *
 * <p>Use it when a factor matters, not a difference: a learning rate, a weight decay, a number of trees from 10 to
 * 10000. Between 0.0001 and 1 each of the four decades gets a quarter of the draws; on a linear scale nine tenths of
 * them would fall between 0.1 and 1, and only a tenth below 0.1.
 *
 * <p>For {@code double}, {@code float}, {@code int} and {@code long} members, and for the elements of a {@code List} of
 * these (with {@link Size}).
 */
@Documented
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface LogUniform {

    /** The smallest value; above 0, finite, at most 2^53, whole for an int or long. */
    double min();

    /** The largest value; above {@link #min()}, finite, at most 2^53, whole for an int or long. */
    double max();

    /**
     * How many values there are, equally spaced on the logarithmic scale from {@code min} to {@code max}; at least 2. Zero,
     * the default, means every value. {@code @LogUniform(min = 1e-4, max = 1, levels = 5)} is 0.0001, 0.001, 0.01, 0.1, 1.
     * For {@code int} and {@code long} the values are rounded, and must differ after rounding.
     */
    int levels() default 0;
}
