// SPDX-License-Identifier: Apache-2.0
package dev.hpo.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lists the names under which a parameter or a permitted type was stored before.
 *
 * <p>Configurations stored under a former name are read as if they had the present one:
 *
 * <pre>{@code
 * @FormerlyNamed("lr") @LogUniform(min = 1e-4, max = 1) double learningRate
 * }</pre>
 */
@Documented
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface FormerlyNamed {

    /** The former names, each as {@link Name#value()}; none may be in use in the same type. */
    String[] value();
}
