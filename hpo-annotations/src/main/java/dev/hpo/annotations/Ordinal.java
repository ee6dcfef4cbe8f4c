// SPDX-License-Identifier: Apache-2.0
package dev.hpo.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a member a parameter that takes one of the values listed, in this order.
 *
 * <p>Like {@link Choice}, but neighbours in the list are taken to behave alike, which lets a sampler learn from fewer
 * trials: {@code @Ordinal({"16", "32", "64", "128"}) int batchSize}, or an enum {@code LOW, MEDIUM, HIGH}. Only the order
 * counts; the distance between neighbours is taken to be the same.
 *
 * <p>For {@code String}, {@code int}, {@code long}, {@code double} and enum members, and for the elements of a {@code
 * List} of these (with {@link Size}).
 */
@Documented
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Ordinal {

    /**
     * The values in their order, each once; for an enum the names of its constants. Empty, the default, is for an enum only:
     * all its constants in the order of their declaration.
     */
    String[] value() default {};
}
