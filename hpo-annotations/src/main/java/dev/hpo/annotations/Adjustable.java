// SPDX-License-Identifier: Apache-2.0
package dev.hpo.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a parameter may change while a model trains: a learning rate, a momentum, a weight decay, a batch size. What shapes the
 * model may not: the number of layers or units, the kind of a layer.
 *
 * <p>It stands beside the annotation that gives the member its domain, or at an annotation of your own that stands for a domain:
 *
 * <pre>{@code
 * @LogUniform(min = 1e-4, max = 1) @Adjustable double learningRate,
 * @Uniform(min = 0, max = 0.5) @Adjustable double dropout,
 * @Uniform(min = 50, max = 100) int hiddenUnits
 * }</pre>
 *
 * <p>The annotations of {@code dev.hpo.annotations.deeplearning} say it already. To leave one of them as it is for a whole training, write
 * {@code @LearningRate @Adjustable(false)}. What an annotation says may not change, as {@code @HiddenUnits} does, a member cannot
 * make adjustable: that is an error.
 *
 * <p>It says what may be, and no more: an ordinary study tunes the parameter as any other, and the space is the same with and without
 * it, so that stored studies are continued when it changes. At a {@code List} it holds for each element, and never for the length of the
 * list. Nor can it stand at a search space: what a sealed type chooses is structure, and the members of the others speak for
 * themselves.
 */
@Documented
@Experimental
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Adjustable {

    /** Whether it may change; {@code false} for one that an annotation of its domain would let change. */
    boolean value() default true;
}
