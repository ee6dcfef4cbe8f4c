// SPDX-License-Identifier: Apache-2.0
package dev.hpo.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the length of a {@code List} member, which is a parameter of its own.
 *
 * <p>The element's domain stands on the same member, unless the element type is a search space, an enum or a boolean:
 *
 * <pre>{@code
 * @Size(min = 1, max = 3) @Uniform(min = 16, max = 256) List<Integer> units,
 * @Size(min = 2, max = 4) List<Layer> layers
 * }</pre>
 *
 * <p>The parameters are {@code units.size}, {@code units[0]}, {@code units[1]} and so on. An element beyond the chosen
 * length does not exist in a configuration, and a sampler knows that.
 */
@Documented
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Size {

    /** The smallest number of elements; at least 0. */
    int min();

    /** The largest number of elements; at least {@link #min()} and 1, at most 64. */
    int max();
}
