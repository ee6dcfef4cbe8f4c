package com.example;

import dev.hpo.annotations.Initial;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Uniform;

@SearchSpace
public record DescentConfig(
        @LogUniform(min = 1e-4, max = 1) double learningRate,
        @Uniform(min = 0, max = 0.95) double momentum) {

    @Initial
    static DescentConfig start() {
        return new DescentConfig(0.01, 0.5);
    }
}
