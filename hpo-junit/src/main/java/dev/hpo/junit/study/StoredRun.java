// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.declaration.TuningMethod;
import dev.hpo.junit.setting.Setting;
import dev.hpo.space.Space;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.OldRun;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunRecord;
import dev.hpo.trial.SpaceChanges;
import dev.hpo.trial.TrialRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A search of a study, as it is stored. */
@API(status = Status.INTERNAL, since = "0.1")
public final class StoredRun {

    /** The attribute that kept an invocation's number before there were journals, where it was not the trial's plus one. */
    private static final String OLD_INVOCATION = "junit.invocation";

    private final String test;
    private final RunHeader header;
    private final List<TrialRecord> trials;

    /** The numbers of trials by those of invocations. */
    private final Map<Integer, Integer> invocations;

    private StoredRun(String test, RunHeader header, List<TrialRecord> trials, Map<Integer, Integer> invocations) {
        this.test = test;
        this.header = header;
        this.trials = trials;
        this.invocations = invocations;
    }

    /**
     * Reads a search of a study: one of its journal, or one that was kept before there were journals.
     *
     * @param run its number; empty for the last one
     * @throws TuningConfigurationException if there is none, or its search space was another one
     */
    static StoredRun read(TuningMethod method, Space<?> space, StudyPlaces places, OptionalInt run) {
        String test = method.shortName();
        JournalStorage journal = new JournalStorage(places.journal());
        List<RunRecord> present = journal.runs(method.studyName());
        // The last run is one that was moved only if all others were deleted.
        List<RunRecord> moved = run.isPresent() || present.isEmpty() ? journal.archived() : List.of();
        List<RunHeader> kept = Stream.concat(moved.stream(), present.stream())
                .filter(record -> record.id().study().equals(method.studyName()))
                .map(RunRecord::header)
                .filter(header -> header.id().kind() == RunKind.SEARCH)
                .toList();
        Optional<RunHeader> chosen = choose(kept, run, header -> header);
        if (chosen.isPresent()) {
            requireSpace(test, chosen.get(), space);
            RunId id = chosen.get().id();
            return new StoredRun(test, chosen.get(), journal.trials(id, space), journal.invocations(id));
        }
        List<OldRun> older = OldRun.in(places.reports());
        OldRun old = choose(older, run, OldRun::header).orElseThrow(() -> missing(test, run, kept, older));
        requireSpace(test, old.header(), space);
        List<TrialRecord> trials = old.trials(space);
        return new StoredRun(test, old.header(), trials, invocations(trials));
    }

    private static <R> Optional<R> choose(List<R> runs, OptionalInt wanted, Function<R, RunHeader> header) {
        return runs.stream()
                .filter(run -> wanted.isEmpty() || header.apply(run).id().number() == wanted.getAsInt())
                .reduce((earlier, later) -> later);
    }

    private static TuningConfigurationException missing(
            String test, OptionalInt run, List<RunHeader> kept, List<OldRun> older) {
        List<String> numbers = Stream.concat(older.stream().map(OldRun::header), kept.stream())
                .map(header -> String.valueOf(header.id().number()))
                .toList();
        return new TuningConfigurationException(
                run.isEmpty() || numbers.isEmpty()
                        ? test
                                + " must have a stored run to run a trial of it again; there is none, run the whole test first."
                        : Setting.REPLAY.key() + " run (" + run.getAsInt() + ") must be a stored run of " + test
                                + "; there are " + String.join(", ", numbers) + ".");
    }

    private static void requireSpace(String test, RunHeader last, Space<?> space) {
        if (!last.fingerprint().equals(space.fingerprint())) {
            throw new TuningConfigurationException(test + " must have the search space of its stored run "
                    + last.id().number() + " to run a trial of it again; "
                    + space.type().getSimpleName() + " was changed since ("
                    + SpaceChanges.inShort(SpaceChanges.between(last.space(), space))
                    + "), run the whole test again.");
        }
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
        return Optional.ofNullable(invocations.get(invocation))
                .map(trials::get)
                .orElseThrow(() -> missing("invocation (" + invocation + ")"));
    }

    /** Returns the largest number of an invocation that ran a trial, from 1; 0 if none did. */
    public int lastInvocation() {
        return invocations.keySet().stream().mapToInt(number -> number).max().orElse(0);
    }

    private static Map<Integer, Integer> invocations(List<TrialRecord> old) {
        Map<Integer, Integer> invocations = new HashMap<>();
        for (TrialRecord trial : old) {
            if (!trial.isRejected()) {
                String kept = trial.progress().attributes().get(OLD_INVOCATION);
                invocations.put(kept == null ? trial.number() + 1 : Integer.parseInt(kept), trial.number());
            }
        }
        return invocations;
    }

    private TuningConfigurationException missing(String what) {
        OptionalInt last = trials.stream().mapToInt(TrialRecord::number).max();
        return new TuningConfigurationException(what + " must mean a stored trial of " + test + "; run "
                + header.id().number() + " has "
                + (last.isPresent() ? "the trials 0 to " + last.getAsInt() : "no trial") + ".");
    }
}
