// SPDX-License-Identifier: Apache-2.0
package dev.hpo.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a configuration type whose annotated members are hyperparameters.
 *
 * <p>For a type {@code MlpConfig} the annotation processor generates {@code MlpConfigSpace} in the same package (for a
 * nested type {@code Outer.MlpConfig} it is {@code Outer_MlpConfigSpace}): the typed search space, checked when the
 * type is compiled.
 *
 * <p>Three kinds of type can bear it:
 *
 * <ul>
 *   <li>A <em>record</em>: every component is a parameter and needs a domain. A compact constructor that throws
 *       {@link IllegalArgumentException} makes a configuration infeasible: it is never run.
 *   <li>A <em>class</em> with a no-argument constructor: every annotated field is a parameter, as is every enum, boolean
 *       or search-space field that is neither static, final nor transient. Other fields are left alone. A field is read
 *       and written through its getter and setter, or directly if it is not private. A new instance is the start
 *       configuration, see {@link Initial}. Fields inherited from a superclass count.
 *   <li>A <em>sealed interface</em> (or sealed abstract class): a choice between its permitted types, each with
 *       parameters of its own that exist only when it is chosen.
 * </ul>
 *
 * <p>A member whose own type is a search space is a part of this one; its parameters get the member's name as a prefix
 * ({@code optimizer.adam.beta1}). An enum or boolean member without an annotation chooses among all its values.
 *
 * <pre>{@code
 * @SearchSpace
 * public record MlpConfig(
 *         @LogUniform(min = 1e-4, max = 1) double learningRate,
 *         @OneMinusLog double momentum,
 *         @Uniform(min = 50, max = 100) int hiddenUnits,
 *         @Choice({"16", "32", "64"}) int batchSize,
 *         Activation activation) {}
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface SearchSpace {}
