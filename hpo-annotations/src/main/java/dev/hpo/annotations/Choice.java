// SPDX-License-Identifier: Apache-2.0
package dev.hpo.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a member a parameter that takes one of the values listed, without any order among them.
 *
 * <p>The values are texts that the compiler parses and checks against the member's type: {@code @Choice({"relu",
 * "tanh"}) String activation}, {@code @Choice({"1", "10"}) int retries}. For numbers whose order means something, such as
 * batch sizes, {@link Ordinal} tells a sampler more. An enum or boolean member needs no annotation if all its values are
 * meant; with one, the values listed are the choices.
 *
 * <p>For {@code String}, {@code int}, {@code long}, {@code double}, {@code boolean} and enum members, and for the elements
 * of a {@code List} of these (with {@link Size}).
 */
@Documented
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Choice {

    /** The values, each once; for an enum the names of its constants. */
    String[] value();
}
