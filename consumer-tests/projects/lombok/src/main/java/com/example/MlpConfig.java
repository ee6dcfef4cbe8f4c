package com.example;

import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.deeplearning.HiddenUnits;
import dev.hpo.annotations.deeplearning.LearningRate;
import lombok.Data;

/** Its fields are set through what Lombok adds. */
@SearchSpace
@Data
class MlpConfig {

    @LearningRate
    private double learningRate = 0.01;

    @HiddenUnits
    private int hiddenUnits = 64;

    static double startRate() {
        return MlpConfigSpace.SPACE.initial().orElseThrow().getLearningRate();
    }
}
