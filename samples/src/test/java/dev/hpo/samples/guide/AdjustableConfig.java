// SPDX-License-Identifier: Apache-2.0
package dev.hpo.samples.guide;

import dev.hpo.annotations.Adjustable;
import dev.hpo.annotations.OneMinusLog;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.deeplearning.BatchSize;
import dev.hpo.annotations.deeplearning.HiddenUnits;
import dev.hpo.annotations.deeplearning.LearningRate;

/** A configuration of which some may change while a model trains. */
// tag::adjustable[]
@SearchSpace
public record AdjustableConfig(
        @LearningRate double learningRate, // may change: its annotation says so
        @OneMinusLog(min = 0.9, max = 0.999) @Adjustable double momentum, // so may this
        @BatchSize @Adjustable(false) int batchSize, // might, but is not to here
        @HiddenUnits int hiddenUnits) {} // shapes the model, and never may
// end::adjustable[]
