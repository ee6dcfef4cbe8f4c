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
 * Adam's beta2, the decay of the mean of the squared gradient: from 0.99 to 0.9999 on the scale of log(1 - x), around the
 * usual 0.999.
 *
 * <p>From 0.999 to 0.9995 the window doubles from 1000 to 2000 steps. Adam: Kingma and Ba, 2015, algorithm 1. Usually left
 * at 0.999. It is {@link Adjustable}.
 */
@Documented
@Adjustable
@OneMinusLog(min = 0.99, max = 0.9999)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Beta2 {}
