package com.example;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.FormerlyNamed;
import dev.hpo.annotations.Initial;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.Logit;
import dev.hpo.annotations.Name;
import dev.hpo.annotations.OneMinusLog;
import dev.hpo.annotations.Ordinal;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import dev.hpo.annotations.deeplearning.BatchSize;
import dev.hpo.annotations.deeplearning.LearningRate;
import java.util.List;
import java.util.concurrent.TimeUnit;

@SearchSpace
public record NetworkConfig(
        @LearningRate @FormerlyNamed("eta") double learningRate,
        @OneMinusLog(min = 0.9, max = 0.999) double momentum,
        @Logit(min = 0.05, max = 0.95) float dropout,
        @LogUniform(min = 1e-5, max = 0.1) double weightDecay,
        @BatchSize int batchSize,
        @Choice({"relu", "tanh"}) @Name("activation") String function,
        @Ordinal({"1", "2", "5", "10"}) int patience,
        TimeUnit unit,
        boolean shuffle,
        Schedule schedule,
        Layer first,
        @Size(min = 1, max = 3) List<Layer> layers,
        @Size(min = 0, max = 2) @Uniform(min = 0, max = 1) List<Double> noise) {

    public NetworkConfig {
        if (batchSize == 16 && patience == 10) {
            throw new IllegalArgumentException("too slow");
        }
    }

    @Initial
    static NetworkConfig start() {
        return new NetworkConfig(
                0.01, 0.9, 0.5f, 1e-4, 32, "relu", 2, TimeUnit.SECONDS, true,
                new Schedule.Constant(), new Layer(32, true), List.of(new Layer(16, false)), List.of());
    }
}
