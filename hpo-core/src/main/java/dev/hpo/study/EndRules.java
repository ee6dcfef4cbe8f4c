// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.storage.RunKind;
import dev.hpo.trial.History;
import dev.hpo.trial.Origin;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Decides before each trial whether the study has ended. For use by whoever has the turn. */
final class EndRules {

    private final StudySpec spec;
    private final Allowance allowance;
    private final Duration before;
    private final Stopwatch time;
    private final RunKind kind;

    /** Read by whoever asks how the study has ended. */
    private volatile Optional<String> failedStart = Optional.empty();

    /**
     * Creates the rules.
     *
     * @param allowance how much is left of the budget
     * @param before how long earlier parts of the run took
     * @param time how long this one takes
     * @param kind of what kind the run is
     */
    EndRules(StudySpec spec, Allowance allowance, Duration before, Stopwatch time, RunKind kind) {
        this.before = before;
        this.allowance = allowance;
        this.spec = spec;
        this.time = time;
        this.kind = kind;
    }

    /**
     * Returns why no further trial begins, if none does.
     *
     * @param history what the trial to come knows
     * @param ledger the study
     */
    Optional<String> reason(History history, Ledger ledger) {
        // What repeats configurations is to find out whether they still work, and has no test at fault.
        failedStart = kind == RunKind.SEARCH ? FailedStart.reason(history, spec.name()) : Optional.empty();
        return failedStart.or(() -> allowance.end(history)).or(() -> rest(history, ledger));
    }

    /** Returns the last reason, if it was that the study has begun badly; see {@link FailedStart}. */
    Optional<String> failedStart() {
        return failedStart;
    }

    /**
     * Returns whether no further trial begins but for one that goes on with a paused one. Where it is steps that are spent, none does, as that would
     * spend more of them.
     */
    boolean isOnlyForPaused(History history, Ledger ledger) {
        return spec.sampler().promotes()
                && history.counted() >= allowance.mostTrials(history)
                && (!history.paused().isEmpty() || mayPause(history, ledger))
                && failedStart.isEmpty()
                && rest(history, ledger).isEmpty();
    }

    /**
     * Returns whether any trial runs that may still pause, for the sampler to go on with. A thread that runs one itself cannot wait for that; and what
     * another tool has begun pauses never.
     */
    boolean mayPause(History history, Ledger ledger) {
        return spec.sampler().promotes()
                && !ledger.isRunningHere()
                && history.count(TrialState.RUNNING) > 0
                && history.in(TrialState.RUNNING).stream()
                        .anyMatch(trial -> trial.start().origin().source() != Origin.Source.OTHER);
    }

    private Optional<String> rest(History history, Ledger ledger) {
        if (spec.patience().isPresent()
                && trialsSinceBest(history, ledger) >= spec.patience().getAsInt()) {
            return Optional.of("no better value in " + spec.patience().getAsInt() + " trials");
        }
        // A study that took all its time to open has one trial to show.
        return spec.timeout()
                .filter(limit -> history.counted() > 0 && isOver(limit))
                .map(limit -> "the time of " + text(limit) + " is over");
    }

    /**
     * In the ordered mode, counts in the order of numbers and no further than the trial to come may know, so that the end
     * does not depend on how fast the trials are. What still waits in a queue, or runs where another tool has begun it, counts when it has ended.
     */
    private int trialsSinceBest(History view, Ledger ledger) {
        if (spec.mode() != Mode.ORDERED) {
            return ledger.trialsSinceBest();
        }
        int since = 0;
        int best = view.best(spec.direction()).map(TrialRecord::number).orElse(-1);
        for (int number = best + 1; number < view.size(); number++) {
            since += Improvement.isTried(view.trial(number)) ? 1 : 0;
        }
        return since;
    }

    /** Returns whether the study has used up its time, in all its parts. */
    boolean isTimeUp() {
        return spec.timeout().filter(this::isOver).isPresent();
    }

    private boolean isOver(Duration limit) {
        return before.plus(time.elapsed()).compareTo(limit) >= 0;
    }

    private static String text(Duration limit) {
        return limit.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
