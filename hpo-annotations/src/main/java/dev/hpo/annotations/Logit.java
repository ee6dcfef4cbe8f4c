// SPDX-License-Identifier: Apache-2.0
package dev.hpo.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a number between zero and one a parameter that is drawn uniformly on the logit scale, log(x / (1 - x)).
 *
 * <p>Use it for a probability or a proportion that may be close to either end: a decision threshold, a class weight, a
 * mixing share. The scale is logarithmic near 0 and near 1 and nearly linear in the middle: from 0.001 to 0.999, the
 * ranges 0.001 to 0.01 and 0.99 to 0.999 get as many draws each as the range 0.24 to 0.76.
 *
 * <p>For {@code double} and {@code float} members, and for the elements of a {@code List} of these (with {@link Size}).
 */
@Documented
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Logit {

    /** The smallest value; above 0 and below 1. */
    double min();

    /** The largest value; above {@link #min()} and below 1. */
    double max();

    /**
     * How many values there are, equally spaced on the logit scale from {@code min} to {@code max}; at least 2. Zero, the
     * default, means every value.
     */
    int levels() default 0;
}
