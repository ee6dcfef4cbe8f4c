// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.accept.AcceptedConfiguration;
import dev.hpo.accept.AcceptedException;
import dev.hpo.accept.AcceptedException.Fault;
import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.launch.Console;
import dev.hpo.junit.setting.Accept;
import dev.hpo.junit.setting.Setting;
import dev.hpo.junit.setting.TuningMode;
import dev.hpo.report.ConfirmView;
import dev.hpo.report.Figures;
import dev.hpo.retest.Drift;
import dev.hpo.retest.EarlierRetests;
import dev.hpo.retest.Retest;
import dev.hpo.retest.RetestPlan;
import dev.hpo.retest.RetestSummary;
import dev.hpo.retest.RetestSummary.Hint;
import dev.hpo.retest.RetestVerdict;
import dev.hpo.retest.RetestVerdict.Outcome;
import dev.hpo.space.VisibleText;
import dev.hpo.study.Study;
import dev.hpo.study.Suggestion;
import dev.hpo.study.Trial;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The runs of what was accepted that a test makes in place of a search, or before it. Safe for use by several threads. */
final class Retesting {

    private final StudySetup setup;
    private final TuningMode mode;
    private final Optional<Planned> planned;

    /** What the last re-test has found not to be what it was, so that it is not run again: what has to be done is to accept something else. */
    private final Optional<Planned> refuted;

    private final RerunLines lines;
    private final Set<Trial> given = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Study<Object> study;
    private volatile Instant openedAt = Instant.MAX;

    private Retesting(StudySetup setup, Optional<Planned> given) {
        this.setup = setup;
        this.lines = new RerunLines(setup);
        this.mode = setup.settings().mode();
        boolean isRetestDue = mode == TuningMode.RETEST || (mode == TuningMode.AUTO && isOnServer());
        this.refuted = given.filter(what -> !isRetestDue && setup.storing(what::isRefuted));
        this.planned = refuted.isPresent() || mode == TuningMode.SEARCH ? Optional.empty() : given;
        refuted.ifPresent(
                what -> say(setup, consequence() + what.result().file().name() + " is not what it was"));
    }

    private String consequence() {
        String found = " the last re-test, which has found that what is in ";
        if (mode == TuningMode.SEARCH) {
            return setup.settings().accept() instanceof Accept.Found
                    ? "accepts nothing that was searched before" + found
                    : "accepts what was searched, by runs that begin after" + found;
        }
        return "searches after" + found;
    }

    /**
     * Reads what is to be run again, if anything is.
     *
     * @throws TuningConfigurationException if what is to be run again is not there, or cannot be relied on
     */
    static Retesting of(StudySetup setup) {
        Optional<AcceptedResult> result = AcceptedResult.of(setup);
        boolean isSearch = setup.settings().mode() == TuningMode.SEARCH;
        boolean isReplacing = setup.settings().isAccepting();
        if (result.isEmpty() || (isSearch && !isReplacing)) {
            return new Retesting(setup, Optional.empty());
        }
        try {
            return new Retesting(setup, planned(setup, result.get()));
        } catch (AcceptedException | IllegalArgumentException e) {
            boolean isUnreachable = e instanceof AcceptedException fault && fault.fault() == Fault.UNREACHABLE;
            if (!isReplacing || (isUnreachable && !isSearch)) {
                throw new TuningConfigurationException(setup.method().shortName() + ": " + e.getMessage(), e);
            }
            if (!isSearch) {
                say(setup, "runs nothing again: " + e.getMessage());
            }
            return new Retesting(setup, Optional.empty());
        }
    }

    private static Optional<Planned> planned(StudySetup setup, AcceptedResult result) {
        boolean isAuto = setup.settings().mode() == TuningMode.AUTO;
        try {
            AcceptedConfiguration accepted = result.file().read(setup.space());
            boolean isOfSpace = accepted.evidence().space().equals(setup.space().fingerprint());
            if (isAuto && !isOfSpace) {
                say(
                        setup,
                        "searches, as the search space has changed since "
                                + result.file().name() + " was accepted");
                return Optional.empty();
            }
            Retest<Object> retest =
                    setup.storing(() -> Retest.of(setup.space(), setup.kept(setup.spec()), accepted, result.plan()));
            // A seed that the test declares is that of its search; one that is given now is meant.
            boolean isSeeded = setup.settings().text(Setting.SEED).isPresent();
            Retest<Object> seeded =
                    isSeeded ? retest.withSeed(setup.settings().seed().orElseThrow()) : retest;
            return Optional.of(new Planned(result, accepted, seeded, isOfSpace));
        } catch (AcceptedException e) {
            boolean isDecided =
                    e.fault() == Fault.MISSING || e.fault() == Fault.INADMISSIBLE || e.fault() == Fault.OTHER_METRIC;
            if (!isAuto || !isDecided) {
                throw e;
            }
            say(setup, "searches, as " + reason(e.fault(), result.file().name()));
            return Optional.empty();
        }
    }

    private static String reason(Fault fault, String file) {
        return switch (fault) {
            case MISSING -> "nothing was accepted: " + file + " is not there";
            case INADMISSIBLE -> "the search space does not admit what is in " + file;
            default -> "what is in " + file + " was accepted for another metric";
        };
    }

    private static void say(StudySetup setup, String what) {
        Console.print("hpo: " + setup.method().shortName() + ": " + what);
    }

    /** Returns whether anything is to be run again. */
    boolean isPlanned() {
        return planned.isPresent();
    }

    /** Returns how many invocations there are at most for these and for a search, unless that may begin any number of trials. */
    int budget() {
        boolean isSearchPossible = !isPlanned() || mode == TuningMode.AUTO;
        return most() + (isSearchPossible ? setup.spec().trials() : 0);
    }

    /** Returns how many runs there are at most. */
    int most() {
        return planned.isPresent() ? RetestPlan.most() : 0;
    }

    /**
     * Begins the next run.
     *
     * @return empty if none is left
     */
    Optional<Suggestion<Object>> next(int invocation) throws InterruptedException {
        if (isOver()) {
            return Optional.empty();
        }
        Optional<Suggestion<Object>> next = open().ask(invocation);
        next.map(Suggestion::trial).ifPresent(given::add);
        return next;
    }

    private synchronized Study<Object> open() {
        Study<Object> open = study;
        if (open == null) {
            openedAt = Instant.now();
            open = setup.storing(() -> planned.orElseThrow().retest().open());
            study = open;
            int ended = verdict(open.history()).runs();
            say(
                    setup,
                    "runs again what was accepted, at most " + RetestPlan.most() + " times"
                            + (ended == 0 ? "" : "; goes on after " + Figures.count(ended, "run")));
        }
        return open;
    }

    private RetestVerdict verdict(History runs) {
        return planned.orElseThrow().retest().verdict(runs);
    }

    /** Returns whether no more runs begin. */
    boolean isOver() {
        return planned.isEmpty()
                || Optional.ofNullable(study)
                        .filter(open -> open.endReason().isPresent() || isDecided(open))
                        .isPresent();
    }

    private boolean isDecided(Study<Object> open) {
        return verdict(open.history()).outcome() != Outcome.OPEN;
    }

    /** Returns whether a run can begin that comes after some others that have not. */
    boolean isReady(int before) {
        Study<Object> open = study;
        return open == null ? before < RetestPlan.LOOKS.get(0) : open.isReady(before);
    }

    /** Returns why the test has no more trials, if it is that there is nothing to search. */
    Optional<String> endReason() {
        return Optional.of("what was accepted was run again").filter(reason -> isOver() && !isSearching());
    }

    /** Returns whether the test searches, once these are over. */
    boolean isSearching() {
        if (planned.isEmpty()) {
            return true;
        }
        return mode == TuningMode.AUTO
                && verdict().filter(RetestVerdict::isWorse).isPresent()
                && !isOnServer();
    }

    /** What has become of it is for a developer to look at: a server that searches for hours because of it helps nobody. */
    private static boolean isOnServer() {
        String given =
                Optional.ofNullable(System.getenv("CI")).orElse("").strip().toLowerCase(Locale.ROOT);
        return !given.isEmpty() && !given.equals("false");
    }

    /** Returns that re-tests have found what was accepted to be worse; empty if they have not. */
    Optional<Refutation> refuted() {
        Optional<RetestVerdict> now = verdict().filter(RetestVerdict::isWorse);
        Optional<Planned> worse = now.isPresent() ? planned : refuted;
        return worse.map(what -> {
            EarlierRetests earlier = setup.storing(() -> what.retest().earlier());
            // The one of now is not among those that have ended yet.
            Instant since = earlier.refuted().orElse(openedAt);
            String complaint = now.or(earlier::last)
                    .flatMap(verdict -> RetestSummary.complaint(
                            verdict, setup.method().goal().metric()))
                    .orElse("");
            return new Refutation(since, complaint);
        });
    }

    /** Returns what has come of them; empty if none was begun. */
    Optional<RetestVerdict> verdict() {
        return Optional.ofNullable(study).map(open -> verdict(open.history()));
    }

    /** Returns what there is to say of runs that were left before they were done, as when the process ends; empty if there were none. */
    Optional<String> left() {
        return verdict()
                .filter(verdict -> verdict.outcome() == Outcome.OPEN)
                .map(verdict -> "hpo: " + setup.method().shortName()
                        + ": running again what was accepted was interrupted after "
                        + Figures.count(verdict.runs(), "run") + "; run it again to go on\n");
    }

    /** Returns the study of the runs, if it was opened. */
    Optional<Study<Object>> study() {
        return Optional.ofNullable(study);
    }

    /** Returns the study of the runs, if a trial is one of these. */
    Optional<Study<Object>> home(Trial trial) {
        return given.contains(trial) ? study() : Optional.empty();
    }

    /** Takes that one of the runs has ended. */
    void told(TrialRecord run) {
        lines.told(run);
    }

    /**
     * Closes the study of the runs, if it was opened.
     *
     * @param reason why there are no more of them, if there should be
     * @return what there is to say of them
     */
    Optional<Ending> close(String reason) {
        return Optional.ofNullable(study).map(open -> {
            if (!isDecided(open)) {
                open.interrupt(reason);
            }
            Formalities.end(open);
            open.close();
            RetestVerdict verdict = verdict(open.history());
            List<TrialRecord> failed = ConfirmView.failed(open.history().trials());
            String failure = FirstFailure.of(failed, setup.method().studyName());
            return new Ending(summary(open, verdict, failure), verdict, failure);
        });
    }

    private String summary(Study<Object> open, RetestVerdict verdict, String failure) {
        Planned what = planned.orElseThrow();
        Drift drift = what.retest().drift(open.run(), verdict);
        List<Hint> hints = new ArrayList<>();
        if (!failure.isEmpty()) {
            // It goes to the page of a CI job, too.
            hints.add(new Hint("cause", StudyFiles.mask(setup.module()).of(failure.strip())));
        }
        hints.add(new Hint("file", what.result().file().name()));
        if (!what.isOfSpace()) {
            hints.add(new Hint("space", "has changed since, and admits what was accepted all the same"));
        }
        String by = what.accepted().evidence().origin().search().study();
        if (!by.equals(VisibleText.of(setup.method().studyName()))) {
            hints.add(new Hint("study", "was accepted by " + by));
        }
        hints.add(new Hint("seed", String.valueOf(open.seed())));
        String heading = setup.method().studyName() + ", re-test " + open.run();
        return RetestSummary.text(verdict, what.accepted().evidence(), drift, heading, hints);
    }

    /**
     * What is to be run again.
     *
     * @param result where it is
     * @param accepted what it is
     * @param retest the runs
     * @param isOfSpace whether it was accepted for the present search space
     */
    private record Planned(
            AcceptedResult result, AcceptedConfiguration accepted, Retest<Object> retest, boolean isOfSpace) {

        boolean isRefuted() {
            return retest.earlier().last().filter(RetestVerdict::isWorse).isPresent();
        }
    }

    /**
     * What there is to say at the end.
     *
     * @param summary the summary
     * @param verdict what has come of the runs
     * @param failure a line about the first of them that has failed, to be put behind another text; empty if none has
     */
    record Ending(String summary, RetestVerdict verdict, String failure) {}
}
