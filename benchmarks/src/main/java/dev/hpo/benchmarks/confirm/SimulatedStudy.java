// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.confirm;

import dev.hpo.confirm.ConfirmPlan;
import dev.hpo.confirm.ConfirmSampler;
import dev.hpo.confirm.Confirmed;
import dev.hpo.confirm.Contender;
import dev.hpo.confirm.Interval;
import dev.hpo.pruner.NopPruner;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Studies of a noisy function by random search, of which the truth is known.
 *
 * @param function the function
 * @param trials how many trials there are in all, those of a confirmation included
 * @param seed the seed of both studies
 */
record SimulatedStudy(NoisySphere function, int trials, long seed) {

    /** How often intervals are to be right. */
    static final double CONFIDENCE = .95;

    /** Returns how far what a search takes for the best is from the optimum, in standard deviations of the noise. */
    double regretWithout() throws InterruptedException {
        History search = run(new RandomSampler(), trials, seed);
        return regret(search.best(Direction.MINIMIZE).orElseThrow().configuration());
    }

    /** Runs a search and its confirmation. */
    Outcome confirmed() throws InterruptedException {
        int searched = searched();
        ConfirmPlan plan = ConfirmPlan.of(searched);
        History search = run(new RandomSampler(), searched, seed);
        List<Contender> contenders = Contender.of(search, Direction.MINIMIZE, plan.top());
        ConfirmSampler sampler = new ConfirmSampler(contenders, Optional.of(function.start()), plan);
        History runs = run(sampler, sampler.runs(), ~seed);
        return outcome(sampler.confirmed(runs, Direction.MINIMIZE).orElseThrow());
    }

    /** Returns how many trials a search can have so that there are no more than given with the usual confirmation of it. */
    private int searched() {
        return IntStream.rangeClosed(1, trials)
                .filter(search -> search + runs(ConfirmPlan.of(search)) <= trials)
                .max()
                .orElseThrow();
    }

    private static int runs(ConfirmPlan plan) {
        return plan.runs(plan.top(), true);
    }

    private Outcome outcome(Confirmed confirmed) {
        double truth = function.truth(confirmed.winner().configuration());
        Interval value = confirmed.value().interval(CONFIDENCE);
        Interval gain = confirmed.gain(CONFIDENCE).orElseThrow();
        return new Outcome(
                regret(confirmed.winner().configuration()),
                in(value, truth),
                in(gain, function.truth(function.start()) - truth));
    }

    private Covered in(Interval interval, double truth) {
        return new Covered(interval.contains(truth), interval.halfWidth() / function.noise());
    }

    private double regret(Configuration configuration) {
        return function.truth(configuration) / function.noise();
    }

    private History run(Sampler sampler, int most, long ofStudy) throws InterruptedException {
        StudySpec spec = StudySpec.minimize("sphere", "value")
                .withTrials(most)
                .withSeed(ofStudy)
                .withSampler(sampler)
                .withPruner(new NopPruner());
        try (Study<Configuration> study = Study.open(function.space(), spec)) {
            return study.optimize((configuration, trial) -> trial.report(function.value(configuration, trial.seed())))
                    .history();
        }
    }

    /**
     * What a search with its confirmation comes to.
     *
     * @param regret how far the winner is from the optimum, in standard deviations of the noise
     * @param value what is told of its value
     * @param gain what is told of its gain over the start
     */
    record Outcome(double regret, Covered value, Covered gain) {}

    /**
     * An interval.
     *
     * @param isTrue whether it covers the truth
     * @param halfWidth in standard deviations of the noise
     */
    record Covered(boolean isTrue, double halfWidth) {}
}
