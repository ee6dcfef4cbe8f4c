package com.example;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

@SearchSpace
record MlpConfig(
        @LogUniform(min = 0, max = 1) double learningRate,
        @Uniform(min = 100, max = 50) int hiddenUnits,
        @Choice({"16", "thirty-two"}) int batchSize,
        double momentum) {}
