// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.confirm.Confirmation;
import dev.hpo.confirm.Confirmed;
import dev.hpo.junit.launch.Console;
import dev.hpo.junit.setting.Accept;
import dev.hpo.junit.setting.Confirmations;
import dev.hpo.junit.setting.Setting;
import dev.hpo.report.ConfirmView;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunSeries;
import dev.hpo.storage.Storage;
import dev.hpo.storage.StorageException;
import dev.hpo.study.Repetition;
import dev.hpo.study.Study;
import dev.hpo.study.Suggestion;
import dev.hpo.study.Trial;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialState;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The runs that confirm what the search of a test has found, if that is wanted: its leading configurations and the start once more.
 *
 * <p>The search is not closed before they are done. So a search that has come to its end, and whose runs were interrupted, is one that was interrupted: the next run of the test goes on
 * with it, finds nothing left to search, and goes on with them. Safe for use by several threads.
 */
final class Confirming {

    private static final String ELSEWHERE = "another process runs its best configurations again";

    private final StudySetup setup;
    private final Optional<Confirmations> wanted;
    private final Set<Trial> given = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Runs runs;

    /** What was confirmed of a search whose result is accepted, whatever the settings were. */
    private volatile @Nullable KeptConfirmation kept;

    /** How the search has ended here, where another process confirms it. */
    private volatile @Nullable String left;

    Confirming(StudySetup setup) {
        this.setup = setup;
        this.wanted = setup.confirmations();
    }

    /** Takes that a search begins, or goes on. */
    void opened(Study<Object> search) {
        setup.idleConfirmations()
                .forEach(key -> Console.print("hpo: " + setup.method().shortName() + ": " + key
                        + " has no effect without @Confirm, which "
                        + setup.settings().option(Setting.CONFIRM) + "=true stands for"));
        if (setup.settings().accept() instanceof Accept.OfRun) {
            kept = keptOf(search).orElse(null);
        }
        if (wanted.isPresent()) {
            Repetition.follow(search, true);
        }
    }

    private Optional<KeptConfirmation> keptOf(Study<Object> search) {
        RunSeries series = RunSeries.of(RunKind.CONFIRM, id(search));
        Storage storage = search.spec().storage();
        return storage.runs(search.spec().name()).stream()
                .filter(run -> run.id().series().equals(series) && run.isFinished())
                .flatMap(
                        run -> KeptConfirmation.of(
                                run.header(), History.of(storage.trials(run.id(), setup.space())), search.history())
                                .stream())
                .filter(runs -> runs.isDone() && !runs.view(search.history()).isRefuted())
                .reduce((earlier, later) -> later);
    }

    /** Returns whether runs of a search that goes on were begun by an earlier run of the test. */
    boolean isBegunBefore(Study<Object> search) {
        try {
            return wanted.isPresent()
                    && Repetition.last(search.spec(), RunSeries.of(RunKind.CONFIRM, id(search)))
                            .isPresent();
        } catch (StorageException e) {
            return false;
        }
    }

    private static RunId id(Study<Object> search) {
        return new RunId(search.spec().name(), search.run());
    }

    /** Returns whether a search is to be confirmed once it has ended, as far as can be known before. */
    boolean isWanted(Study<Object> search) {
        return (wanted.isPresent() || kept != null)
                && !isLeftToOthers()
                && !search.isInterrupted()
                && search.failedStart().isEmpty()
                && search.best().isPresent();
    }

    /** Returns how many runs there are at most; 0 if none are wanted. */
    int most() {
        return wanted.map(Confirmations::mostRuns).orElse(0);
    }

    /**
     * Begins the next run. Only for a search that has come to its own end, all trials of which have been told here.
     *
     * @return empty if all are done, or if another process makes them
     */
    Optional<Suggestion<Object>> next(Study<Object> search, int invocation) throws InterruptedException {
        if (kept != null) {
            return Optional.empty();
        }
        Optional<Runs> open = open(search);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Optional<Suggestion<Object>> next = open.get().study().ask(invocation);
        next.map(Suggestion::trial).ifPresent(given::add);
        return next;
    }

    private synchronized Optional<Runs> open(Study<Object> search) {
        if (runs == null && !isLeftToOthers()) {
            if (FurtherRuns.isRunningElsewhere(search.history())) {
                leave(search);
            } else {
                begin(search);
            }
        }
        return Optional.ofNullable(runs);
    }

    private void begin(Study<Object> search) {
        try {
            Confirmation<Object> confirmation = confirmation(search);
            Optional<Study<Object>> taken = confirmation.take();
            if (taken.isPresent()) {
                Runs open = new Runs(confirmation, taken.get());
                runs = open;
                if (!open.isDone()) {
                    say(search, confirmation, taken.get().history());
                }
            } else {
                leave(search);
            }
        } catch (RuntimeException | Error e) {
            // The next run of the test goes on with the search, and tries to begin them again.
            search.interrupt(setup.told("an error: " + e.getMessage()));
            throw e;
        }
    }

    private Confirmation<Object> confirmation(Study<Object> search) {
        return Confirmation.of(
                setup.space(),
                search.spec(),
                id(search),
                search.history(),
                wanted.orElseThrow().plan(search.history().count(TrialState.COMPLETE)));
    }

    private void say(Study<Object> search, Confirmation<Object> confirmation, History before) {
        String runs = setup.method().shortName() + ", run " + search.run() + ": ";
        int ended = new ConfirmView(before, confirmation.runs(), false, Optional.empty()).ended();
        Console.print("hpo: " + runs
                + (ended == 0
                        ? "the best configurations are run again, " + confirmation.runs() + " runs at most"
                        : "running the best configurations again goes on after " + ended + " of " + confirmation.runs()
                                + " runs"));
    }

    /** Should whoever makes the runs die, the search has to be one that goes on. */
    private void leave(Study<Object> search) {
        left = search.endReason().orElse("") + "; " + ELSEWHERE;
        search.interrupt(ELSEWHERE);
    }

    /** Returns how the search has ended here, if another process confirms it. */
    Optional<String> left() {
        return Optional.ofNullable(left);
    }

    boolean isLeftToOthers() {
        return left != null;
    }

    /** Returns what has come of the runs; empty before they are done, and if all runs of the winner have failed. */
    Optional<Confirmed> confirmed() {
        KeptConfirmation done = kept;
        if (done != null) {
            return done.confirmed();
        }
        return Optional.ofNullable(runs).filter(Runs::isDone).flatMap(open -> open.confirmation()
                .confirmed(open.study().history()));
    }

    /** Returns the study of the runs, if it was opened. */
    Optional<Study<Object>> study() {
        return Optional.ofNullable(runs).map(Runs::study);
    }

    /** Returns the study of the runs, if a trial is one of these. */
    Optional<Study<Object>> home(Trial trial) {
        return given.contains(trial) ? study() : Optional.empty();
    }

    /** Returns whether all runs have ended that were planned. */
    boolean isDone() {
        return kept != null || Optional.ofNullable(runs).filter(Runs::isDone).isPresent();
    }

    /** Returns whether all runs have ended, or no more of them will ever begin, as when they are at fault. */
    boolean isOver() {
        return kept != null || Optional.ofNullable(runs).filter(Runs::isOver).isPresent();
    }

    /** Returns why no more runs begin; empty while there may be more. */
    Optional<String> endReason() {
        if (kept != null) {
            return Optional.of("all of its runs are done");
        }
        return Optional.ofNullable(runs).flatMap(open -> open.endReason("all of its runs are done"));
    }

    /**
     * Returns whether a run can begin at once.
     *
     * @param before how many others will begin before it
     * @param busy how many threads of this process run any, or ask for one
     */
    boolean isReady(int before, int busy) {
        return Optional.ofNullable(runs)
                .filter(open -> open.isReady(before, busy))
                .isPresent();
    }

    /**
     * Closes the study of the runs, if it was opened.
     *
     * @param reason why there are no more of them, if there should be
     */
    void close(String reason) {
        Optional.ofNullable(runs).ifPresent(open -> open.close(reason));
    }

    /** Returns the runs as reports see them; empty if none has begun. */
    Optional<ConfirmView> view(Study<?> search) {
        KeptConfirmation done = kept;
        if (done != null) {
            return Optional.of(done.view(search.history()));
        }
        return Optional.ofNullable(runs).map(open -> {
            History history = open.study().history();
            boolean isDone = open.isDone();
            return new ConfirmView(
                    history,
                    open.confirmation().runs(),
                    isDone,
                    open.confirmation()
                            .confirmed(history)
                            .filter(any -> isDone)
                            .map(confirmed -> Confirmeds.best(confirmed, search.history(), history)));
        });
    }

    /** Runs that have begun. */
    private static final class Runs implements FurtherRuns {

        private final Confirmation<Object> confirmation;
        private final Study<Object> study;
        private volatile Standing standing;

        Runs(Confirmation<Object> confirmation, Study<Object> study) {
            this.confirmation = confirmation;
            this.study = study;
            this.standing = Standing.of(confirmation, study.history());
        }

        Confirmation<Object> confirmation() {
            return confirmation;
        }

        @Override
        public Study<Object> study() {
            return study;
        }

        @Override
        public boolean isDone() {
            return standing().isDone();
        }

        @Override
        public int due(int busy) {
            return standing().due() + Math.max(0, standing().running() - busy);
        }

        private Standing standing() {
            History now = study.history();
            Standing known = standing;
            if (known.history() != now) {
                known = Standing.of(confirmation, now);
                standing = known;
            }
            return known;
        }
    }

    /**
     * How far runs have come, which is asked more often than it changes.
     *
     * @param history the runs so far
     * @param due how many can begin at once
     * @param running how many run
     * @param isDone whether nothing is left to run
     */
    private record Standing(History history, int due, int running, boolean isDone) {

        static Standing of(Confirmation<Object> confirmation, History history) {
            return new Standing(
                    history,
                    confirmation.due(history),
                    history.count(TrialState.RUNNING),
                    confirmation.isDone(history));
        }
    }
}
