// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.setting.Setting;
import dev.hpo.space.Space;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.Storage;
import dev.hpo.trial.TrialRecord;
import java.util.List;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The last run of a study, as it is stored. */
@API(status = Status.INTERNAL, since = "0.1")
public final class StoredRun {

    private final String test;
    private final RunHeader header;
    private final List<TrialRecord> trials;

    private StoredRun(String test, RunHeader header, List<TrialRecord> trials) {
        this.test = test;
        this.header = header;
        this.trials = trials;
    }

    /**
     * Reads the last run of a study.
     *
     * @param test what errors call the test
     * @param study the name of the study
     * @throws TuningConfigurationException if there is none, or its search space was another one
     */
    static StoredRun read(String test, String study, Space<?> space, Storage storage) {
        List<RunHeader> runs = storage.runs(study);
        if (runs.isEmpty()) {
            throw new TuningConfigurationException(test
                    + " must have a stored run to run a trial of it again; there is none, run the whole test first.");
        }
        RunHeader last = runs.get(runs.size() - 1);
        if (!last.fingerprint().equals(space.fingerprint())) {
            throw new TuningConfigurationException(test + " must have the search space of its stored run "
                    + last.id().number() + " to run a trial of it again; "
                    + space.type().getSimpleName() + " was changed since, run the whole test again.");
        }
        return new StoredRun(test, last, storage.trials(last.id(), space));
    }

    /**
     * Returns a trial by its number.
     *
     * @throws TuningConfigurationException if there is none that was run
     */
    public TrialRecord trial(int number) {
        if (number >= trials.size()) {
            throw missing(Setting.REPLAY.key() + " (" + number + ")");
        }
        TrialRecord trial = trials.get(number);
        if (trial.isRejected()) {
            throw new TuningConfigurationException(Setting.REPLAY.key() + " (" + number
                    + ") must name a trial that was run; this one was not: "
                    + trial.failure().orElseThrow().message());
        }
        return trial;
    }

    /**
     * Returns the trial that an invocation ran.
     *
     * @param invocation its number, from 1
     * @throws TuningConfigurationException if it ran none
     */
    public TrialRecord ofInvocation(int invocation) {
        return trials.stream()
                .filter(trial -> !trial.isRejected())
                .filter(trial -> invocationOf(trial) == invocation)
                .findFirst()
                .orElseThrow(() -> missing("invocation (" + invocation + ")"));
    }

    /** Returns the largest number of an invocation that ran a trial, from 1; 0 if none did. */
    public int lastInvocation() {
        return trials.stream()
                .filter(trial -> !trial.isRejected())
                .mapToInt(StoredRun::invocationOf)
                .max()
                .orElse(0);
    }

    private static int invocationOf(TrialRecord trial) {
        String kept = trial.progress().attributes().get(StudyTrials.INVOCATION);
        return kept == null ? trial.number() + 1 : Integer.parseInt(kept);
    }

    private TuningConfigurationException missing(String what) {
        OptionalInt last = trials.stream().mapToInt(TrialRecord::number).max();
        return new TuningConfigurationException(what + " must mean a stored trial of " + test + "; run "
                + header.id().number() + " has "
                + (last.isPresent() ? "the trials 0 to " + last.getAsInt() : "no trial") + ".");
    }
}
