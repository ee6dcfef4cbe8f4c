// SPDX-License-Identifier: Apache-2.0
/**
 * Annotations for the usual hyperparameters of deep learning, with the ranges and scales that courses teach.
 *
 * <p>Each stands for a domain annotation with its bounds, as an annotation of your own can:
 *
 * <pre>{@code
 * @LogUniform(min = 1e-4, max = 1)
 * @Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
 * @Retention(RetentionPolicy.RUNTIME)
 * public @interface LearningRate {}
 * }</pre>
 *
 * <p>Those of the training are {@link dev.hpo.annotations.Adjustable}: they may change while a model trains. Those of the structure,
 * {@link dev.hpo.annotations.deeplearning.HiddenUnits} and {@link dev.hpo.annotations.deeplearning.HiddenLayers}, say that they may
 * not.
 */
@NullMarked
package dev.hpo.annotations.deeplearning;

import org.jspecify.annotations.NullMarked;
