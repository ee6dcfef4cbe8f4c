// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.pruner.Pruner;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Trial;
import dev.hpo.trial.TrialState;
import java.util.function.Supplier;

/**
 * Studies with pruners, each with the same seeds.
 *
 * @param sampler makes what chooses the configurations
 * @param trials how many a study has
 * @param seeds how many studies there are
 */
record PrunedStudies(Supplier<Sampler> sampler, int trials, int seeds) {

    /** Below this, a regret is as good as none. */
    private static final double FLOOR = 1e-3;

    Result run(CurveFunction function, Supplier<Pruner> pruner) throws InterruptedException {
        double logs = 0;
        long steps = 0;
        int stopped = 0;
        int counted = 0;
        for (int seed = 0; seed < seeds; seed++) {
            StudySpec spec = StudySpec.minimize("curves", "loss")
                    .withTrials(trials)
                    .withSampler(sampler.get())
                    .withPruner(pruner.get())
                    .withSeed(seed);
            try (Study<Configuration> study = Study.open(function.space(), spec)) {
                study.optimize((configuration, trial) -> train(function, configuration, trial));
                // Where the first trials all break, the study is over, and so it is under each pruner.
                if (study.failedStart().isPresent()) {
                    continue;
                }
                counted++;
                double best = study.best().orElseThrow().value().orElseThrow();
                logs += Math.log10(Math.max(best - function.minimum(), FLOOR));
                steps += study.history().trials().stream()
                        .mapToInt(trial -> trial.observations().size())
                        .sum();
                stopped += study.history().count(TrialState.PRUNED);
            }
        }
        return new Result(logs / counted, steps, stopped);
    }

    private static void train(CurveFunction function, Configuration configuration, Trial trial) {
        for (int step = 1; step <= function.steps(configuration); step++) {
            trial.report(step, function.loss(configuration, step));
        }
    }

    /**
     * What came of them.
     *
     * @param regret the mean of the logarithms, to the base of 10
     * @param steps of all trials together
     * @param stopped how many trials were stopped
     */
    record Result(double regret, long steps, int stopped) {

        double lossAgainst(Result other) {
            return regret - other.regret;
        }
    }
}
