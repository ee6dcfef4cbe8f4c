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
 * A learning rate: from 0.0001 to 1 on a logarithmic scale.
 *
 * <p>The hyperparameter that matters most in deep learning. Each decade is as likely as the next; on a linear scale only
 * a tenth of the draws would fall below 0.1, where the good rates usually are. It is {@link Adjustable}.
 */
@Documented
@Adjustable
@LogUniform(min = 1e-4, max = 1)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface LearningRate {}
