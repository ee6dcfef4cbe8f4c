// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.report;

import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.benchmarks.problem.Problems;
import dev.hpo.report.StudyRun;
import dev.hpo.report.StudyView;
import dev.hpo.sampler.RandomSampler;
import dev.hpo.space.Configuration;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.study.Trial;
import java.time.Instant;
import java.util.Optional;

/** A long study of random trials, each with a curve that the default pruner may end. */
final class RandomStudy {

    private static final double FALL = 5;

    private RandomStudy() {}

    static StudyView of(int trials, int parameters, int steps) throws InterruptedException {
        Problem problem = Problems.bowl(parameters);
        StudySpec spec = StudySpec.minimize(problem.name(), "value")
                .withTrials(trials)
                .withSampler(new RandomSampler())
                .withSeed(1);
        Instant begin = Instant.now();
        try (Study<Configuration> study = Study.open(problem.space(), spec)) {
            study.optimize((config, trial) -> train(trial, problem.value(config), steps));
            StudyRun.End end = new StudyRun.End(Instant.now(), study.endReason().orElse(""));
            StudyRun run = new StudyRun(study.run(), "value", study.samplerDescription(), begin, Optional.of(end));
            return new StudyView(study.facts(), run, study.space(), study.history());
        }
    }

    private static void train(Trial trial, double end, int steps) {
        for (int step = 1; step <= steps; step++) {
            trial.report(step, end + Math.exp(-FALL * step / steps));
        }
    }
}
