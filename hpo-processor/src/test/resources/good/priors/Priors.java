package good;

import dev.hpo.annotations.Choice;
import dev.hpo.annotations.LogUniform;
import dev.hpo.annotations.Name;
import dev.hpo.annotations.OneMinusLog;
import dev.hpo.annotations.Ordinal;
import dev.hpo.annotations.Prior;
import dev.hpo.annotations.SearchSpace;
import dev.hpo.annotations.Size;
import dev.hpo.annotations.Uniform;
import java.util.List;

@SearchSpace
public record Priors(
        @LogUniform(min = 1e-5, max = 1) @Prior(near = 1e-3, spread = 0.1) double rate,
        @OneMinusLog @Prior(near = 0.95) float momentum,
        @Uniform(min = 0, max = 1, step = 0.1) @Prior(near = 0.3) double stepped,
        @LogUniform(min = 1, max = 512) @Prior(near = 64) int units,
        @Uniform(min = 0, max = 9) @Prior(near = 0) long seedlings,
        @Ordinal({"16", "32", "64"}) @Prior(choice = "32", spread = 0.4) int batchSize,
        @Choice({"100", "200"}) @Prior(choice = "200") long patience,
        @Choice({"relu", "tanh"}) @Prior(choice = "relu", weight = 0.9) String activation,
        @Prior(choice = "EXACT") Mode mode,
        @Prior(choice = "true") boolean nesterov,
        @Size(min = 1, max = 3) @Uniform(min = 0, max = 1) @Prior(near = 0.2) List<Double> dropouts) {

    enum Mode {
        FAST,
        @Name("thorough")
        EXACT
    }
}
