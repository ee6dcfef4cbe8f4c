// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.numeric.SplitMix;
import dev.hpo.pruner.NopPruner;
import dev.hpo.sampler.AutoSampler;
import dev.hpo.space.Configuration;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.Direction;
import dev.hpo.trial.EarlierStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What an earlier study of 40 random trials does to the default sampler: means over seeds of the logarithm of the regret. */
class WarmStartTests {

    private static final BenchmarkFunction HARTMANN = BenchmarkFunction.hartmann6();
    private static final int SEEDS = Sizes.LONG ? 30 : 16;
    private static final int EARLIER = 40;

    /** Regrets without earlier studies, by the number of trials: several tests compare with the same. */
    private static final Map<Integer, Double> COLD = new ConcurrentHashMap<>();

    @Test
    void earlierStudyOfTheSameProblemSavesTrials() {
        assertThat(regret(5, HARTMANN::value)).isLessThan(cold(5) - 0.1);
        assertThat(regret(15, HARTMANN::value)).isLessThan(cold(15) - 0.1);
    }

    @Test
    void shiftedAndStretchedResultsServeAsWell() {
        assertThat(regret(15, config -> 1000 + 50 * HARTMANN.value(config))).isEqualTo(regret(15, HARTMANN::value));
    }

    @Test
    void invertedEarlierStudyCostsFiveTrialsAtMost() {
        assertThat(regret(20, config -> -HARTMANN.value(config))).isLessThan(cold(15));
        assertThat(regret(40, config -> -HARTMANN.value(config))).isLessThan(cold(35));
    }

    @Test
    void irrelevantEarlierStudyCostsFiveTrialsAtMost() {
        assertThat(regret(40, config -> SplitMix.mix(1, config.hashCode()) % 1000))
                .isLessThan(cold(35));
    }

    private static double cold(int trials) {
        return COLD.computeIfAbsent(trials, wanted -> mean(wanted, seed -> List.of()));
    }

    private static double regret(int trials, ToDoubleFunction<Configuration> earlier) {
        return mean(trials, seed -> List.of(earlier(seed, earlier)));
    }

    private static EarlierStudy earlier(long seed, ToDoubleFunction<Configuration> value) {
        SplitMix random = SplitMix.of(seed, 77);
        List<EarlierStudy.Result> results = new ArrayList<>();
        for (int i = 0; i < EARLIER; i++) {
            Configuration configuration =
                    HARTMANN.space().choose(parameter -> parameter.domain().fromUnit(random.nextDouble()));
            results.add(new EarlierStudy.Result(configuration, value.applyAsDouble(configuration)));
        }
        return new EarlierStudy("earlier", Direction.MINIMIZE, results, 0);
    }

    /** The earlier studies of a seed. */
    private interface Past {
        List<EarlierStudy> of(long seed);
    }

    private static double mean(int trials, Past past) {
        double sum = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            List<EarlierStudy> earlier = past.of(seed);
            StudySpec spec = StudySpec.minimize("hartmann", "value")
                    .withTrials(trials)
                    .withSampler(new AutoSampler())
                    .withPruner(new NopPruner())
                    .withSeed(seed)
                    .withEarlier(projection -> earlier);
            sum += Math.log10(Math.max(1e-4, best(spec) - HARTMANN.minimum()));
        }
        return sum / SEEDS;
    }

    private static double best(StudySpec spec) {
        try (Study<Configuration> study = Study.open(HARTMANN.space(), spec)) {
            study.optimize((config, trial) -> trial.report(HARTMANN.value(config)));
            return study.best().orElseThrow().value().orElseThrow();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
