// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Fails a {@link TuningTest} whose study finds no good configuration: a gate for the build.
 *
 * <p>It is looked at once, after the last trial, and not in a replay. Beside {@link Minimize} it needs {@link #atMost()}, beside
 * {@link Maximize} {@link #atLeast()}; the other bound may be there too, against a value that is too good to be true.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@API(status = Status.EXPERIMENTAL, since = "0.1")
public @interface ExpectBest {

    /** The largest best value that passes; infinite for no bound. */
    double atMost() default Double.POSITIVE_INFINITY;

    /** The smallest best value that passes; infinite for no bound. */
    double atLeast() default Double.NEGATIVE_INFINITY;
}
