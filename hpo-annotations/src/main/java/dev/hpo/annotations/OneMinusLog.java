// SPDX-License-Identifier: Apache-2.0
package dev.hpo.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a number just below one a parameter that is drawn uniformly on the scale of log(1 - x).
 *
 * <p>Use it for the coefficient of an exponentially weighted average: a momentum, Adam's beta1 and beta2, a discount
 * factor. Such an average looks back over about 1 / (1 - x) steps, so what matters is how close x is to one. From 0.9 to
 * 0.9005 hardly anything changes (a window of 10 steps stays one of 10), from 0.999 to 0.9995 the window doubles from
 * 1000 to 2000. Drawn on a linear scale from 0.9 to 0.999, only one value in eleven would have a window above 100;
 * here it is half of them.
 *
 * <p>For {@code double} and {@code float} members, and for the elements of a {@code List} of these (with {@link Size}).
 */
@Documented
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OneMinusLog {

    /** The smallest value; at least 0 and below 1. */
    double min() default 0.9;

    /** The largest value; above {@link #min()} and below 1. */
    double max() default 0.999;

    /**
     * How many values there are, equally spaced on the scale of log(1 - x) from {@code min} to {@code max}; at least 2. Zero,
     * the default, means every value. {@code @OneMinusLog(min = 0.9, max = 0.999, levels = 3)} is 0.9, 0.99, 0.999.
     */
    int levels() default 0;
}
