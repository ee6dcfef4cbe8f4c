// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.declaration.TuningMethod;
import dev.hpo.junit.setting.Replay;
import dev.hpo.junit.setting.Setting;
import dev.hpo.space.Space;
import dev.hpo.storage.JournalStorage;
import dev.hpo.storage.OldRun;
import dev.hpo.storage.RunHeader;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.RunSeries;
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

/** A search of a study, as it is stored, and the last runs that confirm what it has found. */
@API(status = Status.INTERNAL, since = "0.1")
public final class StoredRun {

    /** The attribute that kept an invocation's number before there were journals, where it was not the trial's plus one. */
    private static final String OLD_INVOCATION = "junit.invocation";

    private final String test;
    private final RunHeader header;
    private final Trials search;
    private final Trials confirmation;

    private StoredRun(String test, RunHeader header, Trials search, Trials confirmation) {
        this.test = test;
        this.header = header;
        this.search = search;
        this.confirmation = confirmation;
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
        List<RunHeader> all = Stream.concat(moved.stream(), present.stream())
                .map(RunRecord::header)
                .filter(header -> header.id().study().equals(method.studyName()))
                .toList();
        List<RunHeader> kept = all.stream()
                .filter(header -> header.id().kind() == RunKind.SEARCH)
                .toList();
        Optional<RunHeader> chosen = choose(kept, run, header -> header);
        if (chosen.isPresent()) {
            requireSpace(test, chosen.get(), space);
            RunId id = chosen.get().id();
            Trials confirmation = all.stream()
                    .map(RunHeader::id)
                    .filter(other -> other.series().equals(RunSeries.of(RunKind.CONFIRM, id)))
                    .reduce((earlier, later) -> later)
                    .map(last -> Trials.of(journal, last, space))
                    .orElse(Trials.NONE);
            return new StoredRun(test, chosen.get(), Trials.of(journal, id, space), confirmation);
        }
        List<OldRun> older = OldRun.in(places.reports());
        OldRun old = choose(older, run, OldRun::header).orElseThrow(() -> missing(test, run, kept, older));
        requireSpace(test, old.header(), space);
        List<TrialRecord> trials = old.trials(space);
        return new StoredRun(test, old.header(), new Trials(trials, invocations(trials)), Trials.NONE);
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
     * Returns the trial that is to be run again.
     *
     * @throws TuningConfigurationException if there is none that was run
     */
    public TrialRecord trial(Replay replay) {
        Trials of = replay.isOfConfirmation() ? confirmation : search;
        int number = replay.trial();
        String what = Setting.REPLAY.key() + " (" + (replay.isOfConfirmation() ? "confirm:" : "") + number + ")";
        if (number >= of.trials().size()) {
            throw replay.isOfConfirmation() ? missingRun(what) : missing(what);
        }
        TrialRecord trial = of.trials().get(number);
        if (trial.isRejected()) {
            throw new TuningConfigurationException(what + " must name a trial that was run; this one was not: "
                    + trial.failure().orElseThrow().message());
        }
        return trial;
    }

    /** Returns all trials of the run that has one of them: the search, or the runs after it. */
    List<TrialRecord> around(TrialRecord trial) {
        return isOfSearch(trial) ? search.trials() : confirmation.trials();
    }

    /** Returns what the search began with; empty if a trial is none of it. */
    Optional<RunHeader> search(TrialRecord trial) {
        return Optional.of(header).filter(any -> isOfSearch(trial));
    }

    private boolean isOfSearch(TrialRecord trial) {
        return search.trials().contains(trial);
    }

    /**
     * Returns the trial that an invocation ran. Where a search went on with nothing left to search, as it had been interrupted later, the invocations of its last part are
     * those of the runs that confirm it.
     *
     * @param invocation its number, from 1
     * @throws TuningConfigurationException if it ran none
     */
    public TrialRecord ofInvocation(int invocation) {
        return find(invocation).orElseThrow(() -> missing("invocation (" + invocation + ")"));
    }

    /** Returns the trial that an invocation ran, as {@link #ofInvocation} does; empty if it ran none. */
    Optional<TrialRecord> find(int invocation) {
        return confirmation.ofInvocation(invocation).or(() -> search.ofInvocation(invocation));
    }

    /** Returns the largest number of an invocation that ran a trial, from 1; 0 if none did. */
    public int lastInvocation() {
        return Stream.of(search, confirmation)
                .flatMap(trials -> trials.invocations().keySet().stream())
                .mapToInt(number -> number)
                .max()
                .orElse(0);
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
        return new TuningConfigurationException(what + " must mean a stored trial of " + test + "; run "
                + header.id().number() + " has " + search.numbers("trial", "trial") + ".");
    }

    private TuningConfigurationException missingRun(String what) {
        return new TuningConfigurationException(what + " must mean a stored run that confirms what " + test
                + " has found; run " + header.id().number() + " has " + confirmation.numbers("run", "such run") + ".");
    }

    /**
     * Trials of a run.
     *
     * @param trials by rising number
     * @param invocations the numbers of trials by those of invocations
     */
    private record Trials(List<TrialRecord> trials, Map<Integer, Integer> invocations) {

        static final Trials NONE = new Trials(List.of(), Map.of());

        static Trials of(JournalStorage journal, RunId run, Space<?> space) {
            return new Trials(journal.trials(run, space), journal.invocations(run));
        }

        Optional<TrialRecord> ofInvocation(int invocation) {
            return Optional.ofNullable(invocations.get(invocation)).map(trials::get);
        }

        String numbers(String noun, String missing) {
            OptionalInt last = trials.stream().mapToInt(TrialRecord::number).max();
            return last.isPresent() ? "the " + noun + "s 0 to " + last.getAsInt() : "no " + missing;
        }
    }
}
