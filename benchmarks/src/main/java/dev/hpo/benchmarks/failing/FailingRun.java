// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.failing;

import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.pruner.NopPruner;
import dev.hpo.sampler.Samplers;
import dev.hpo.space.Configuration;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Trial;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialState;

/**
 * What one study came to.
 *
 * @param failed the share of trials that failed in its second half
 * @param regret how far its best trial was from the optimum, from 0 to 1
 */
record FailingRun(double failed, double regret) {

    /** Runs a study. */
    static FailingRun of(Problem problem, String sampler, long seed, int trials) throws InterruptedException {
        StudySpec spec = StudySpec.minimize(problem.name(), "value")
                .withTrials(trials)
                .withSeed(seed)
                .withSampler(Samplers.named(sampler))
                .withPruner(new NopPruner());
        try (Study<Configuration> study = Study.open(problem.space(), spec)) {
            return of(
                    problem,
                    study.optimize((configuration, trial) -> train(problem, configuration, trial))
                            .history());
        }
    }

    private static void train(Problem problem, Configuration configuration, Trial trial) {
        double value = problem.value(configuration);
        if (Double.isNaN(value)) {
            // In two ways: a study whose first trials all fail in one is ended, as its test is at fault.
            throw new ArithmeticException(trial.number() % 2 == 0 ? "no value" : "no memory");
        }
        trial.report(value);
    }

    private static FailingRun of(Problem problem, History history) {
        int half = history.size() / 2;
        long failed = history.trials().stream()
                .skip(half)
                .filter(trial -> trial.state() == TrialState.FAILED)
                .count();
        double regret = history.best(Direction.MINIMIZE)
                .map(trial -> problem.value(trial.configuration()))
                .map(problem.range()::regret)
                .orElse(1.0);
        return new FailingRun(failed / (double) (history.size() - half), regret);
    }
}
