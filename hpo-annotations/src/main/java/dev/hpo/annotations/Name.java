// SPDX-License-Identifier: Apache-2.0
package dev.hpo.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a parameter, a permitted type or an enum constant the name under which its values are stored.
 *
 * <p>Without it the name of the member, type or constant in the source is stored, and renaming it makes a new parameter or
 * choice. Give the name to keep before renaming, or use {@link FormerlyNamed} after it. On a parameter of a
 * {@code @TuningTest} method it is the prefix of that configuration's parameters.
 */
@Documented
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.TYPE, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Name {

    /** The name: letters, digits, {@code _} and {@code -}, beginning with a letter. */
    String value();
}
