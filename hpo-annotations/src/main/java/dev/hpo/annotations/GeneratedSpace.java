// SPDX-License-Identifier: Apache-2.0
package dev.hpo.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that the annotation processor generated.
 *
 * <p>It is an annotation of this project's own because {@code javax.annotation.processing.Generated} is claimed by no
 * processor, which {@code -Xlint:processing} reports as a warning. Coverage tools leave out classes whose annotation's
 * name contains "Generated".
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface GeneratedSpace {}
