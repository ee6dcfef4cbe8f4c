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
 * A momentum coefficient: from 0.9 to 0.999 on the scale of log(1 - x).
 *
 * <p>It averages the gradient over about 1 / (1 - x) steps, here 10 to 1000. It is {@link Adjustable}.
 */
@Documented
@Adjustable
@OneMinusLog(min = 0.9, max = 0.999)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Momentum {}
