// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.setting.TuningMode;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunRecord;
import dev.hpo.trial.TrialRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The trials that the invocations of a test have run the last time, by the numbers of these: those of a search and of the runs that confirm it, and those of what was accepted or is to be.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class StoredInvocations {

    private final StudySetup setup;
    private final Map<Integer, TrialRecord> reruns;

    StoredInvocations(StudySetup setup) {
        this.setup = setup;
        this.reruns = setup.isKept() ? reruns(setup) : Map.of();
    }

    private static Map<Integer, TrialRecord> reruns(StudySetup setup) {
        JournalStorage journal = new JournalStorage(setup.places().journal());
        Map<Integer, TrialRecord> byInvocation = new HashMap<>();
        Optional<RunHeader> last = setup.runs().stream()
                .map(RunRecord::header)
                .filter(run -> run.id().kind() == RunKind.RETEST)
                .reduce((earlier, later) -> later);
        // Those of another search space cannot be run again.
        last.filter(run -> run.fingerprint().equals(setup.space().fingerprint()))
                .map(RunHeader::id)
                .ifPresent(id -> {
                    List<TrialRecord> trials = journal.trials(id, setup.space());
                    journal.invocations(id)
                            .forEach((invocation, trial) -> byInvocation.put(invocation, trials.get(trial)));
                });
        return byInvocation;
    }

    /**
     * Returns the trial that an invocation ran.
     *
     * @param invocation its number, from 1
     * @throws TuningConfigurationException if it ran none
     */
    public TrialRecord trial(int invocation) {
        Optional<TrialRecord> rerun = Optional.ofNullable(reruns.get(invocation));
        if (mode() != TuningMode.SEARCH && rerun.isPresent()) {
            return rerun.get();
        }
        if (mode() == TuningMode.RETEST) {
            throw new TuningConfigurationException("invocation (" + invocation + ") must mean a stored re-test of "
                    + setup.method().shortName() + "; run the whole test again.");
        }
        StoredRun stored = setup.storedRun();
        return stored.find(invocation).or(() -> rerun).orElseGet(() -> stored.ofInvocation(invocation));
    }

    /** Returns the largest number of an invocation that ran a trial, from 1; 0 if none did. */
    public int last() {
        int last = reruns.keySet().stream().mapToInt(number -> number).max().orElse(0);
        return mode() == TuningMode.RETEST
                ? last
                : Math.max(last, setup.storedRun().lastInvocation());
    }

    private TuningMode mode() {
        return setup.settings().mode();
    }
}
