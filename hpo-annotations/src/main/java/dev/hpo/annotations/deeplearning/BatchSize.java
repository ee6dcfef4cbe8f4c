// SPDX-License-Identifier: Apache-2.0
package dev.hpo.annotations.deeplearning;

import dev.hpo.annotations.Adjustable;
import dev.hpo.annotations.Ordinal;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A mini-batch size: a power of two from 16 to 512, in their order.
 *
 * <p>Powers of two fit the memory of the hardware. It is {@link Adjustable}: a larger batch does late in a training what a lower rate does.
 */
@Documented
@Adjustable
@Ordinal({"16", "32", "64", "128", "256", "512"})
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface BatchSize {}
