package good;

import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.Prior;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import dev.hpo.annotations.deeplearning.BatchSize;
import dev.hpo.annotations.deeplearning.Beta1;
import dev.hpo.annotations.deeplearning.Beta2;
import dev.hpo.annotations.deeplearning.Epsilon;
import dev.hpo.annotations.deeplearning.HiddenLayers;
import dev.hpo.annotations.deeplearning.HiddenUnits;
import dev.hpo.annotations.deeplearning.LearningRate;
import dev.hpo.annotations.deeplearning.LearningRateDecay;
import dev.hpo.annotations.deeplearning.Momentum;
import java.util.List;

@SearchSpace
public record Meta(
        @LearningRate double rate,
        @Momentum float momentum,
        @BatchSize int batchSize,
        @HiddenLayers int layers,
        @Layers List<Integer> units,
        @LearningRateDecay double decay,
        @Beta1 double beta1,
        @Beta2 double beta2,
        @Epsilon double epsilon,
        @Dropout double dropout,
        OnlyForeign foreign) {

    @Size(min = 1, max = 3)
    @HiddenUnits
    @interface Layers {}

    @Uniform(min = 0, max = 0.5)
    @Prior(near = 0.2, spread = 0.1)
    @interface Dropout {}

    @Deeper
    @interface Deep {}

    @Deep
    @LogUniform(min = 1, max = 10, levels = 3)
    @interface Deeper {}

    @SearchSpace
    record OnlyForeign(@Deep double deep, @Deep int whole) {}
}
