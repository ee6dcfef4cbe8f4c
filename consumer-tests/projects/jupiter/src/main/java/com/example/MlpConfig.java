package com.example;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.Initial;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

@SearchSpace
public record MlpConfig(
        @LogUniform(min = 1e-4, max = 1) double learningRate,
        @Uniform(min = 50, max = 100) int hiddenUnits,
        @Choice({"16", "32", "64", "128"}) int batchSize,
        @Decay double weightDecay,
        Activation activation,
        Optimizer optimizer) {

    @Initial
    static MlpConfig start() {
        return new MlpConfig(0.5, 64, 32, 1e-3, Activation.RELU, new Optimizer.Sgd());
    }
}
