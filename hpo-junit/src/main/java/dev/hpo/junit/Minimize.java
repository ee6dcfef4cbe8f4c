// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import dev.hpo.trial.Of;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Says that the values a {@link TuningTest} reports are to be small, and what they are. */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@API(status = Status.EXPERIMENTAL, since = "0.1")
public @interface Minimize {

    /** What the values are, for people: {@code "validation loss"}. */
    String value();

    /**
     * What the intermediate values come to of a trial that reports no final one: the last one, the best one, or the mean of all, as of the folds of
     * a cross-validation.
     */
    Of of() default Of.LAST;
}
