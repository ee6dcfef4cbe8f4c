// SPDX-License-Identifier: Apache-2.0
package dev.hpo.testkit;

import dev.hpo.numeric.SplitMix;
import dev.hpo.pruner.Case;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Progress;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Made-up trials with made-up curves: dense and sparse, short and long, with values of any size, infinite and NaN. */
final class Curves {

    private static final double[] ODD = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, -1e300, 1e-300, 0, -0.0
    };

    private static final List<TestSpace> SPACES = List.of(TestSpace.MIXED, TestSpace.BRANCHES, TestSpace.CATEGORICAL);

    private final Direction direction;
    private final Space<Configuration> space;
    private final RandomGenerator choices;
    private final List<TrialRecord> growing = new ArrayList<>();
    private final History history;

    Curves(long seed, Direction direction) {
        this.direction = direction;
        this.space = SPACES.get((int) Math.floorMod(seed, (long) SPACES.size())).space();
        this.choices = SplitMix.of(seed, 1);
        RandomGenerator random = SplitMix.of(seed);
        History past = History.empty();
        Result[] results = Result.values();
        for (int trials = random.nextInt(25); trials > 0; trials--) {
            TrialRecord reported = running(past.size()).with(progress(random));
            Result result = results[random.nextInt(results.length)];
            past = past.with(random.nextInt(5) == 0 ? reported : ended(reported, result, random.nextDouble()));
        }
        TrialRecord judged = running(past.size());
        this.history = past.with(judged);
        for (Observation observation : progress(random).observations()) {
            judged = judged.with(judged.progress().with(observation));
            growing.add(judged);
        }
    }

    /** Returns the past, with the judged trial in it as it was when it began. */
    History history() {
        return history;
    }

    /** Returns the judged trial after each of its reports, of which there is at least one. */
    List<TrialRecord> growing() {
        return growing;
    }

    /** Returns a trial as it is judged, with all of the past. */
    Case asCase(TrialRecord trial) {
        return asCase(trial, history);
    }

    Case asCase(TrialRecord trial, History view) {
        return new Case(space, trial, view, new StudyFacts("study", direction, 1, 50, 2));
    }

    private TrialRecord running(int number) {
        Configuration any = space.choose(parameter -> parameter.domain().fromUnit(choices.nextDouble()));
        return TrialRecord.running(
                new TrialStart(number, any, number, Origin.of(Origin.Source.SAMPLER), Instant.EPOCH));
    }

    /** As the result says, with the curve of the trial. */
    private static TrialRecord ended(TrialRecord reported, Result result, double quality) {
        return result.end(reported, quality).with(reported.progress());
    }

    private static Progress progress(RandomGenerator random) {
        int stride = random.nextInt(1, 6);
        long step = random.nextInt(3);
        Progress progress = Progress.NONE;
        for (int reports = random.nextInt(1, 20); reports > 0; reports--) {
            double value = random.nextInt(8) == 0 ? ODD[random.nextInt(ODD.length)] : random.nextDouble();
            progress = progress.with(new Observation(step, value));
            step += stride;
        }
        return progress;
    }
}
