// SPDX-License-Identifier: Apache-2.0
package dev.hpo.pruner;

import dev.hpo.space.Configuration;
import dev.hpo.space.PlainSpace;
import dev.hpo.trial.Direction;
import dev.hpo.trial.History;
import dev.hpo.trial.Observation;
import dev.hpo.trial.Origin;
import dev.hpo.trial.Outcome;
import dev.hpo.trial.Progress;
import dev.hpo.trial.StudyFacts;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialStart;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** Trials as tests of pruners need them. */
final class MadeTrials {

    private MadeTrials() {}

    static StudyFacts facts(Direction direction) {
        return new StudyFacts("study", direction, 1, 50, 1);
    }

    /** Returns a complete trial with values at steps 1, 2 and so on, of which the last is that of the trial. */
    static TrialRecord complete(int number, double... values) {
        return completeWith(number, values[values.length - 1], values);
    }

    /** Returns a complete trial with values at steps 1, 2 and so on, and a value of its own. */
    static TrialRecord completeWith(int number, double value, double... values) {
        double finite = Double.isFinite(value) ? value : 0;
        return running(number, values).finished(Outcome.Complete.of(finite), Instant.EPOCH);
    }

    static TrialRecord pruned(int number, double... values) {
        return running(number, values).finished(new Outcome.Pruned("hopeless"), Instant.EPOCH);
    }

    /** Returns a trial that has reported at steps 1, 2 and so on. */
    static TrialRecord running(int number, double... values) {
        long[] steps = new long[values.length];
        Arrays.setAll(steps, index -> index + 1);
        Configuration nothing = Configuration.builder().build();
        Origin origin = Origin.of(Origin.Source.SAMPLER);
        return TrialRecord.running(new TrialStart(number, nothing, 0, origin, Instant.EPOCH))
                .with(progress(steps, values));
    }

    /** Returns a trial that has also reported before, at step 0, what counts for nothing. */
    static TrialRecord judged(int number, double... values) {
        long[] steps = new long[values.length + 1];
        Arrays.setAll(steps, index -> index);
        double[] all = DoubleStream.concat(DoubleStream.of(Double.NaN), Arrays.stream(values))
                .toArray();
        return running(number).with(progress(steps, all));
    }

    static Progress progress(long[] steps, double... values) {
        Progress progress = Progress.NONE;
        for (int i = 0; i < steps.length; i++) {
            progress = progress.with(new Observation(steps[i], values[i]));
        }
        return progress;
    }

    /** Returns a case in a space without parameters. */
    static Case asCase(TrialRecord trial, History history, StudyFacts facts) {
        return new Case(new PlainSpace(List.of()), trial, history, facts);
    }

    static boolean isStopped(Pruner pruner, TrialRecord trial, History history, Direction direction) {
        return pruner.judge(asCase(trial, history, facts(direction))) instanceof Verdict.Stop;
    }

    static boolean isStopped(Pruner pruner, TrialRecord trial, History history) {
        return isStopped(pruner, trial, history, Direction.MINIMIZE);
    }
}
