// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.storage;

import dev.hpo.benchmarks.problem.Problem;
import dev.hpo.benchmarks.problem.Problems;
import dev.hpo.numeric.SplitMix;
import dev.hpo.space.Configuration;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunSeries;
import dev.hpo.storage.RunStore;
import dev.hpo.storage.Storage;
import dev.hpo.trial.Direction;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Trials of a run that a storage keeps: each is begun, reports and ends, as a study does it, without a sampler.
 *
 * @param dimensions how many parameters they have
 * @param reports how many intermediate values
 */
record KeptTrials(int dimensions, int reports) {

    static final String STUDY = "kept";
    static final RunId RUN = new RunId(STUDY, 1);

    RunStore begin(Storage storage) {
        return storage.begin(RunSeries.searches(STUDY), problem().space(), this::header);
    }

    RunStore join(Storage storage) {
        return storage.join(RUN, problem().space());
    }

    Problem problem() {
        return Problems.bowl(dimensions);
    }

    private RunHeader header(RunId run) {
        return new RunHeader(
                run,
                new RunHeader.Goal("value", Direction.MINIMIZE),
                1,
                problem().space().fingerprint(),
                Instant.now());
    }

    /**
     * Adds trials to a run, of which others may add some at the same time.
     *
     * @param seed decides their configurations
     */
    void add(RunStore run, int trials, long seed) {
        Problem problem = problem();
        RandomGenerator random = SplitMix.of(seed);
        int size = size(0, run);
        for (int done = 0; done < trials; done++) {
            Configuration configuration =
                    problem.space().choose(parameter -> parameter.domain().fromUnit(random.nextDouble()));
            TrialRecord trial = begun(configuration, size);
            while (!run.begin(trial)) {
                size = size(size, run);
                trial = begun(configuration, size);
            }
            size++;
            Progress progress = Progress.NONE;
            for (int step = 1; step <= reports; step++) {
                progress = progress.with(new Observation(step, random.nextDouble()));
                run.report(trial.key(), progress);
            }
            run.end(trial.with(progress).finished(Outcome.Complete.of(problem.value(configuration)), Instant.now()));
        }
    }

    private static int size(int known, RunStore run) {
        return run.changes().stream().mapToInt(trial -> trial.number() + 1).reduce(known, Math::max);
    }

    private static TrialRecord begun(Configuration configuration, int number) {
        return TrialRecord.running(
                new TrialStart(number, configuration, number, Origin.of(Origin.Source.SAMPLER), Instant.now()));
    }
}
