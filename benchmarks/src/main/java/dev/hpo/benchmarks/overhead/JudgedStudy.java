// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.overhead;

import dev.hpo.benchmarks.clock.ProcessorTime;
import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.benchmarks.problem.Problems;
import dev.hpo.numeric.SplitMix;
import dev.hpo.pruner.Case;
import dev.hpo.pruner.Pruner;
import dev.hpo.pruner.Verdict;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.space.Configuration;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Suggestion;
import java.util.random.RandomGenerator;

/** A study in memory whose trials report a curve each. Its pruner is timed, and nothing is stopped, so that each trial has all its steps. */
final class JudgedStudy implements AutoCloseable {

    private static final int DIMENSIONS = 5;
    private static final double FALL = 5;
    private static final double NOISE = 0.01;

    private final Problem problem = Problems.bowl(DIMENSIONS);
    private final TimedPruner pruner;
    private final int steps;
    private final Study<Configuration> study;
    private final RandomGenerator random = SplitMix.of(2);

    /**
     * Opens a study without any trial.
     *
     * @param pruner judges later
     * @param steps how many reports a trial has
     */
    JudgedStudy(Pruner pruner, int steps) {
        this.pruner = new TimedPruner(pruner);
        this.steps = steps;
        this.study = Study.open(
                problem.space(),
                StudySpec.minimize(problem.name(), "value")
                        .withTrials(Integer.MAX_VALUE)
                        .withSampler(new RandomSampler())
                        .withPruner(this.pruner)
                        .withSeed(1));
    }

    /** Adds complete trials without asking the pruner. */
    void fill(int trials) {
        pruner.isAsked = false;
        for (int i = 0; i < trials; i++) {
            next(new VerdictTimes(steps), new ProcessorTime());
        }
        pruner.isAsked = true;
    }

    /**
     * Runs a trial, all of whose reports are judged.
     *
     * @param verdicts what each takes is added to these
     * @param reports what the reports take, with all that the study does at one, is added to this
     */
    void next(VerdictTimes verdicts, ProcessorTime reports) {
        Suggestion<Configuration> next = ask();
        double end = problem.value(next.config());
        reports.start();
        for (int step = 1; step <= steps; step++) {
            next.trial().report(step, end + Math.exp(-FALL * step / steps) + NOISE * random.nextGaussian());
            verdicts.add(step, pruner.nanoseconds);
        }
        reports.stop();
        study.tell(next.trial());
    }

    private Suggestion<Configuration> ask() {
        try {
            return study.ask().orElseThrow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        study.close();
    }

    private static final class TimedPruner implements Pruner {

        private final Pruner pruner;
        private boolean isAsked = true;
        private long nanoseconds;

        TimedPruner(Pruner pruner) {
            this.pruner = pruner;
        }

        @Override
        public Verdict judge(Case judged) {
            if (isAsked) {
                long begin = System.nanoTime();
                pruner.judge(judged);
                nanoseconds = System.nanoTime() - begin;
            }
            return Verdict.KEEP;
        }
    }
}
