// SPDX-License-Identifier: Apache-2.0
package dev.hpo.annotations.deeplearning;

import dev.hpo.annotations.Adjustable;
import dev.hpo.annotations.Uniform;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The number of hidden layers: 2, 3 or 4. It is structure, and cannot be {@link Adjustable}. */
@Documented
@Adjustable(false)
@Uniform(min = 2, max = 4)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface HiddenLayers {}
