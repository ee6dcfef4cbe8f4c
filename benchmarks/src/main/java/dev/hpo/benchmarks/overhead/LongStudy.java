// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.overhead;

import dev.hpo.benchmarks.clock.ProcessorTime;
import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.benchmarks.problem.Problems;
import dev.hpo.numeric.SplitMix;
import dev.hpo.pruner.NopPruner;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Suggestion;
import java.util.random.RandomGenerator;

/** A study in memory with as many trials behind it as one likes, at random points, before its sampler is asked. */
final class LongStudy implements AutoCloseable {

    private final Problem problem;
    private final Study<Configuration> study;
    private final RandomGenerator random;

    /**
     * Opens a study without any trial.
     *
     * @param sampler asked later
     * @param dimensions how many parameters there are, real numbers each
     * @param budget how many trials there are at most
     */
    LongStudy(Sampler sampler, int dimensions, int budget) {
        this.problem = Problems.bowl(dimensions);
        this.study = Study.open(
                problem.space(),
                StudySpec.minimize(problem.name(), "value")
                        .withTrials(budget)
                        .withSampler(sampler)
                        .withPruner(new NopPruner())
                        .withSeed(1));
        this.random = SplitMix.of(2);
    }

    /** Adds complete trials at random points. */
    void fill(int trials) {
        for (int i = 0; i < trials; i++) {
            enqueue(
                    study,
                    problem.space().choose(parameter -> parameter.domain().fromUnit(random.nextDouble())));
            next(new ProcessorTime());
        }
    }

    /** Where an instance is a configuration, only a study of any type can tell which of the two is meant. */
    private static <T> void enqueue(Study<T> study, Configuration point) {
        study.enqueue(point);
    }

    /** Asks the sampler for trials and tells how they went, adding what the asks and tells cost to a clock. */
    void run(int trials, ProcessorTime time) {
        for (int i = 0; i < trials; i++) {
            next(time);
        }
    }

    private void next(ProcessorTime time) {
        time.start();
        Suggestion<Configuration> next = ask();
        time.stop();
        double value = problem.value(next.config());
        time.start();
        next.trial().report(value);
        study.tell(next.trial());
        time.stop();
    }

    private Suggestion<Configuration> ask() {
        try {
            return study.ask()
                    .orElseThrow(() -> new IllegalStateException(
                            "the study must go on: " + study.endReason().orElse("")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        study.close();
    }
}
