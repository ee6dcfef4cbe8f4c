// SPDX-License-Identifier: Apache-2.0
package dev.hpo.annotations.deeplearning;

import dev.hpo.annotations.Adjustable;
import dev.hpo.annotations.LogUniform;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adam's epsilon, which keeps the division from failing: from 1e-10 to 0.0001 on a logarithmic scale, around the usual
 * 1e-8.
 *
 * <p>Adam: Kingma and Ba, 2015, algorithm 1. Hardly ever worth tuning. It is {@link Adjustable}.
 */
@Documented
@Adjustable
@LogUniform(min = 1e-10, max = 1e-4)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Epsilon {}
