package com.example;

import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.Name;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.deeplearning.LearningRateDecay;

@SearchSpace
sealed interface Schedule {

    record Constant() implements Schedule {}

    @Name("decaying")
    record Decaying(@LearningRateDecay double rate) implements Schedule {}

    sealed interface Stepped extends Schedule {

        record Once(@LogUniform(min = 0.01, max = 0.5) double factor) implements Stepped {}

        record Often(@LogUniform(min = 1, max = 100) long every) implements Stepped {}
    }
}
