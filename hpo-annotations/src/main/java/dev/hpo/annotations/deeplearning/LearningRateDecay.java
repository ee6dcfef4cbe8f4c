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
 * The decay of a learning rate: from 0.001 to 1 on a logarithmic scale.
 *
 * <p>Meant for a rate of {@code initial / (1 + decay * epoch)}: at 0.001 it is halved after 1000 epochs, at 1 after the
 * first. It is {@link Adjustable}, and moves the rate at once when it changes; where the rate itself is adjusted, it is better fixed, with
 * {@code @Adjustable(false)}.
 */
@Documented
@Adjustable
@LogUniform(min = 1e-3, max = 1)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface LearningRateDecay {}
