// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.accept.AcceptedConfiguration;
import dev.hpo.accept.AcceptedException;
import dev.hpo.accept.AcceptedFile;
import dev.hpo.accept.Evidence;
import dev.hpo.accept.FreshRuns;
import dev.hpo.accept.TopUp;
import dev.hpo.confirm.Confirmed;
import dev.hpo.confirm.Contender;
import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.TuningFailedError;
import dev.hpo.junit.launch.Console;
import dev.hpo.junit.setting.Setting;
import dev.hpo.junit.setting.TuningMode;
import dev.hpo.report.ConfirmView;
import dev.hpo.report.Figures;
import dev.hpo.space.VisibleText;
import dev.hpo.storage.RunId;
import dev.hpo.study.Mode;
import dev.hpo.study.Study;
import dev.hpo.study.Suggestion;
import dev.hpo.study.Trial;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import dev.hpo.trial.TrialState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The runs that are made of what a test has found before it is accepted, if that is asked for, and the accepting. Safe for use by several threads.
 *
 * <p>As the runs that confirm it, they belong to a search that is not closed before they are done.
 */
final class Accepting {

    private static final String ELSEWHERE = "another process accepts its best configuration";

    private final StudySetup setup;
    private final Supplier<Optional<Refutation>> refuted;
    private final Optional<AcceptedResult> result;
    private final RerunLines lines;
    private final Set<Trial> given = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Runs runs;
    private volatile boolean isElsewhere;

    /** Whether nothing is to be done, as the file has what was found, with evidence that nothing has refuted. */
    private volatile boolean isThere;

    Accepting(StudySetup setup, Supplier<Optional<Refutation>> refuted) {
        this.setup = setup;
        this.refuted = refuted;
        this.lines = new RerunLines(setup);
        boolean isAsked = setup.settings().isAccepting();
        this.result = AcceptedResult.of(setup).filter(any -> isAsked);
        if (isAsked && result.isEmpty()) {
            say("accepts nothing, as it has no @Accepted that names a file");
        }
        boolean isSearchPossible = isAsked || setup.settings().mode() == TuningMode.AUTO;
        AcceptedResult.of(setup).filter(any -> isSearchPossible).ifPresent(this::requireOwn);
    }

    /** Nothing is to be searched for hours that cannot be written. */
    private void requireOwn(AcceptedResult asked) {
        try {
            asked.file().requireOwn(setup.space(), setup.method().studyName());
        } catch (AcceptedException e) {
            throw new TuningConfigurationException(setup.method().shortName() + ": " + e.getMessage(), e);
        }
    }

    private void say(String what) {
        Console.print("hpo: " + setup.method().shortName() + ": " + what);
    }

    /** Returns whether what the search finds is to be accepted, if it finds anything. */
    boolean isAsked() {
        return result.isPresent();
    }

    /** Returns whether what a search has found is to be accepted once it has ended, as far as can be known before. */
    boolean isWanted(Study<Object> search) {
        return isAsked()
                && !isElsewhere
                && !search.isInterrupted()
                && search.failedStart().isEmpty()
                && search.best().isPresent();
    }

    /** Returns how many runs there are at most. */
    int most() {
        return isAsked() ? 2 * Evidence.RUNS : 0;
    }

    /**
     * Begins the next run. Only for a search that has come to its own end, and was confirmed if it is to be.
     *
     * @param confirmed what was confirmed
     * @return empty if none is left, or if another process makes them
     */
    Optional<Suggestion<Object>> next(Study<Object> search, Optional<Confirmed> confirmed, int invocation)
            throws InterruptedException {
        Optional<Runs> open = open(search, confirmed);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Optional<Suggestion<Object>> next = open.get().study().ask(invocation);
        next.map(Suggestion::trial).ifPresent(given::add);
        return next;
    }

    private synchronized Optional<Runs> open(Study<Object> search, Optional<Confirmed> confirmed) {
        if (runs == null && !isElsewhere && !isThere) {
            begin(search, confirmed);
        }
        return Optional.ofNullable(runs);
    }

    private void begin(Study<Object> search, Optional<Confirmed> confirmed) {
        Contender winner = confirmed
                .map(Confirmed::winner)
                .orElseGet(() -> contender(search.best().orElseThrow()));
        RunId run = new RunId(search.spec().name(), search.run());
        Optional<Instant> worse = refuted.get().map(Refutation::since).filter(moment -> isBefore(search, moment));
        Evidence.Origin origin = new Evidence.Origin(run, winner.trial(), winner.searched(), search.seed());
        isThere = worse.isEmpty() && isIn(origin, winner);
        if (isThere) {
            return;
        }
        // What has been found to be worse is accepted, if at all, by how it is now.
        Instant since = worse.orElse(Instant.MIN);
        FreshRuns known = confirmed
                .filter(any -> since.equals(Instant.MIN))
                .map(FreshRuns::of)
                .orElse(FreshRuns.NONE);
        TopUp<Object> topUp = TopUp.of(setup.space(), search.spec(), run, winner, known);
        Optional<Study<Object>> taken = topUp.take(since);
        isElsewhere = taken.isEmpty();
        taken.ifPresent(study -> {
            runs = new Runs(topUp, winner, study);
            int missing = topUp.due(study.history());
            if (missing > 0) {
                say("trial " + winner.trial() + " is run again before it is accepted, "
                        + Figures.count(missing, "time"));
            }
        });
    }

    /** What the summary names, whose command accepts it, is the trial with the best value, however its configuration fared in others. */
    private static Contender contender(TrialRecord best) {
        return new Contender(best.number(), best.configuration(), best.value().orElseThrow());
    }

    private boolean isIn(Evidence.Origin origin, Contender winner) {
        try {
            AcceptedConfiguration there = result.orElseThrow().file().read(setup.space());
            return there.evidence().origin().equals(origin)
                    && there.evidence().space().equals(setup.space().fingerprint())
                    && there.configuration().equals(winner.configuration());
        } catch (AcceptedException e) {
            // Whatever is the matter, it is replaced.
            return false;
        }
    }

    private static boolean isBefore(Study<Object> search, Instant moment) {
        return search.history().trials().stream()
                .anyMatch(trial -> trial.start().startedAt().isBefore(moment));
    }

    /** Returns the study of the runs, if it was opened. */
    Optional<Study<Object>> study() {
        return Optional.ofNullable(runs).map(Runs::study);
    }

    /** Returns the study of the runs, if a trial is one of these. */
    Optional<Study<Object>> home(Trial trial) {
        return given.contains(trial) ? study() : Optional.empty();
    }

    /** Takes that one of the runs has ended. */
    void told(TrialRecord run) {
        lines.told(run);
    }

    /** Returns whether none is left to make here. */
    boolean isDone() {
        return isElsewhere
                || isThere
                || Optional.ofNullable(runs).filter(Runs::isOver).isPresent();
    }

    /** Returns why no more runs begin; empty while there may be more. */
    Optional<String> endReason() {
        if (isThere) {
            return Optional.of("what was found is accepted already");
        }
        return Optional.ofNullable(runs).flatMap(open -> open.endReason("all of its runs are done"));
    }

    /**
     * Returns whether a run can begin at once: the first one, which opens their study, if no other is to begin before it.
     *
     * @param before how many others will begin before it
     * @param busy how many threads of this process run any, or ask for one
     */
    boolean isReady(int before, int busy) {
        return Optional.ofNullable(runs).map(open -> open.isReady(before, busy)).orElse(before == 0);
    }

    /**
     * Closes the study of the runs, if it was opened.
     *
     * @param reason why there are no more of them, if there should be
     */
    void close(String reason) {
        Optional.ofNullable(runs).ifPresent(open -> open.close(reason));
    }

    /**
     * Writes what was found, with what speaks for it.
     *
     * @return what is other than before, for people; empty if nothing was to be accepted here
     * @throws TuningFailedError if there is nothing to accept, or if it cannot be written; then nothing is
     */
    Optional<String> accept(Study<Object> search) {
        String test = setup.method().shortName();
        Runs made = runs;
        if (isThere) {
            return Optional.of("hpo: " + test + ": accepts nothing, as what was found is in "
                    + result.orElseThrow().file().name() + " already; its values are those that were there\n");
        }
        if (result.isEmpty() || (isElsewhere && search.spec().mode() == Mode.JOINED)) {
            return Optional.empty();
        }
        if (isElsewhere) {
            throw new TuningFailedError(test + ": its best trial must be run again to be accepted, but " + ELSEWHERE
                    + "; wait for its end.");
        }
        if (made == null) {
            throw new TuningFailedError(
                    test + ": the best trial must be run again to be accepted, but was not; run it with "
                            + setup.settings().option(Setting.ACCEPT) + "=true once more.");
        }
        History history = made.study().history();
        made.topUp().refusal(history).ifPresent(refusal -> {
            throw new TuningFailedError(test + ": trial " + made.winner().trial() + ", to be accepted, " + refusal
                    + "; nothing was written. Once that is mended, the same command runs it again."
                    + FirstFailure.of(
                            ConfirmView.failed(history.trials()), setup.method().studyName()));
        });
        Evidence evidence = made.topUp()
                .evidence(history, search.seed(), LocalDate.now(ZoneOffset.UTC))
                .orElseThrow();
        setup.method()
                .gate()
                .ifPresent(gate -> Gate.check(
                        gate,
                        setup.method(),
                        evidence.value().mean(),
                        "the mean of " + Figures.count(evidence.value().size(), "run") + " before it is accepted"));
        return Optional.of(write(made.winner(), evidence, result.get().file()));
    }

    private String write(Contender winner, Evidence evidence, AcceptedFile file) {
        try {
            List<String> changes =
                    file.write(setup.space(), winner.configuration(), evidence).lines();
            return "hpo: " + setup.method().shortName() + ": accepted trial " + winner.trial() + " in " + file.name()
                    + ": "
                    + VisibleText.of(evidence.metric()) + " "
                    + Figures.number(evidence.value().mean())
                    + ", the mean of " + Figures.count(evidence.value().size(), "run")
                    + (changes.isEmpty() ? "; its values are those that were there" : "")
                    + changes.stream().map(line -> "\n  " + line).reduce("", String::concat)
                    + "\n";
        } catch (AcceptedException e) {
            throw new TuningFailedError(
                    setup.method().shortName() + ": " + e.getMessage()
                            + "; nothing was written, and the same command accepts what was found once that is mended.",
                    e);
        }
    }

    /** Returns why nothing is accepted here, if another process does. */
    Optional<String> left() {
        return isElsewhere ? Optional.of(ELSEWHERE) : Optional.empty();
    }

    /**
     * Runs that have begun.
     *
     * @param topUp what they are
     * @param winner what is run
     * @param study their study
     */
    private record Runs(TopUp<Object> topUp, Contender winner, Study<Object> study) implements FurtherRuns {

        @Override
        public boolean isDone() {
            return topUp.isDone(study.history());
        }

        @Override
        public int due(int busy) {
            History history = study.history();
            return topUp.due(history) + Math.max(0, history.count(TrialState.RUNNING) - busy);
        }
    }
}
