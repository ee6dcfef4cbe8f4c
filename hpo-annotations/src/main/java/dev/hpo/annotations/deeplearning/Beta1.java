// SPDX-License-Identifier: Apache-2.0
package dev.hpo.annotations.deeplearning;

import dev.hpo.annotations.Adjustable;
import dev.hpo.annotations.OneMinusLog;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adam's beta1, the decay of the mean of the gradient: from 0.8 to 0.99 on the scale of log(1 - x), around the usual 0.9.
 *
 * <p>Adam: Kingma and Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1. Usually left at 0.9.
 * It is {@link Adjustable}.
 */
@Documented
@Adjustable
@OneMinusLog(min = 0.8, max = 0.99)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Beta1 {}
