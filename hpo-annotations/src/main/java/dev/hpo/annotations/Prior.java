// SPDX-License-Identifier: Apache-2.0
package dev.hpo.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says where good values of a parameter are believed to lie, so that a sampler looks there first.
 *
 * <p>It stands beside the annotation that gives the member its domain. Numbers take {@link #near}, listed values, enums and
 * booleans take {@link #choice}:
 *
 * <pre>{@code
 * @LogUniform(min = 1e-5, max = 1) @Prior(near = 1e-3, spread = 0.1) double learningRate,
 * @Ordinal({"16", "32", "64", "128"}) @Prior(choice = "32") int batchSize,
 * @Prior(choice = "RELU", weight = 0.7) Activation activation
 * }</pre>
 *
 * <p>A belief is no bound: a tenth of the probability stays spread over the whole domain, and samplers trust it less the more
 * trials they have seen, so that a wrong one costs some trials and no more. Random, grid, quasi-random and coarse-to-fine search ignore it. The
 * space is the same with and without it: stored studies are continued when it changes. At a {@code List} it holds for each
 * element.
 */
@Documented
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Prior {

    /** The number near which good values lie, a value of the domain; for members with a range. */
    double near() default Double.NaN;

    /** The value that is believed to be good, as {@link Choice} or {@link Ordinal} lists it, or the name of an enum's constant. */
    String choice() default "";

    /**
     * How far from there good values may lie, where values have an order: the standard deviation of a normal distribution, as a
     * share of the whole range on the parameter's own scale; above 0, at most 1. With 0.1 on a logarithmic scale of five decades
     * it is half a decade.
     */
    double spread() default 0.2;

    /**
     * How sure the choice is, where values have no order: the share of the probability that goes to it; the rest is spread over
     * all choices evenly. Above 0, at most 0.9.
     */
    double weight() default 0.5;
}
