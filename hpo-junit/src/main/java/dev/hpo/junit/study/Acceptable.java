// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.setting.Accept;
import dev.hpo.junit.setting.Setting;
import dev.hpo.junit.setting.TuningMode;
import dev.hpo.space.VisibleText;
import dev.hpo.storage.RunId;
import dev.hpo.storage.StorageException;
import dev.hpo.study.Continuation;
import dev.hpo.study.StudySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Says which runs of a study need not search any more, as what they have found is to be accepted. */
final class Acceptable {

    private final StudySetup setup;
    private final StudySpec spec;
    private final Optional<Refutation> refuted;
    private final Commands commands;
    private final Optional<AcceptedResult> result;

    /**
     * Creates it.
     *
     * @param spec what the study is
     * @param refuted that re-tests have found what was accepted to be worse; what was found before may be just that. Empty if they have not
     * @param commands run the test once more
     */
    Acceptable(StudySetup setup, StudySpec spec, Optional<Refutation> refuted, Commands commands) {
        this.setup = setup;
        this.spec = spec;
        this.refuted = refuted;
        this.commands = commands;
        this.result = AcceptedResult.of(setup);
    }

    /** Returns the number of the run whose result is asked for; empty if none is. */
    OptionalInt run() {
        return result.isPresent() && setup.settings().accept() instanceof Accept.OfRun run
                ? OptionalInt.of(run.number())
                : OptionalInt.empty();
    }

    /**
     * Finds the run whose result is asked for.
     *
     * @param all the runs there are
     * @throws TuningConfigurationException if it has none that can be accepted
     */
    Continuation find(int number, List<Continuation> all) {
        Continuation run = all.stream()
                .filter(candidate -> candidate.run().id().number() == number)
                .findFirst()
                .orElseThrow(() -> missing(number));
        if (run.run().isHeld()) {
            throw held(run);
        }
        List<String> obstacles = obstacles(run);
        if (!obstacles.isEmpty()) {
            throw refused(
                    number,
                    "be a run of the test as it is now, but " + String.join("; ", obstacles)
                            + "; undo that, or search anew");
        }
        if (!run.run().isFinished()) {
            throw refused(
                    number,
                    "be a run that has come to its end, but " + Interruption.reason(run.run()) + "; "
                            + setup.settings().option(Setting.RESUME) + "=" + number + " goes on with it");
        }
        if (!run.hasResult()) {
            throw refused(number, "be a run with a complete trial; look into those that failed, and search anew");
        }
        return run;
    }

    private List<String> obstacles(Continuation run) {
        List<String> obstacles = new ArrayList<>(run.obstacles());
        String metric = run.run().header().goal().metric();
        if (!metric.equals(spec.metric())) {
            obstacles.add("metric (" + VisibleText.of(spec.metric()) + ") was " + VisibleText.of(metric));
        }
        return obstacles;
    }

    private TuningConfigurationException missing(int number) {
        String searching = setup.settings().option(Setting.ACCEPT) + "=true searches and accepts what it finds";
        if (!setup.isKept()) {
            return refused(
                    number,
                    "be a run that is kept; leave out " + Setting.STORAGE.key() + "=memory, which keeps none, or "
                            + searching);
        }
        return refused(
                number,
                "be a run in " + setup.journal()
                        + setup.moved(number)
                                .map(file -> ", but was moved to " + file)
                                .orElse(" of " + setup.method().shortName())
                        + "; " + searching);
    }

    private TuningConfigurationException refused(int number, String what) {
        return new TuningConfigurationException(Setting.ACCEPT.key() + " (" + number + ") must " + what + ".");
    }

    /** Returns the error for a run that another process has in hand. */
    TuningConfigurationException held(Continuation run) {
        return new TuningConfigurationException(
                Setting.ACCEPT.key() + " must be given while no other process that lives has run " + number(run)
                        + " of " + setup.method().shortName() + " in hand; wait for its end.");
    }

    /**
     * Returns whether a run need not search any more, and is to be gone on with.
     *
     * @throws TuningConfigurationException if what it has found has to be accepted, which nobody has asked for; or if another process has it in hand
     */
    boolean isSo(Continuation run) {
        boolean isAsked = setup.settings().isAccepting();
        boolean isDue = setup.settings().mode() == TuningMode.AUTO;
        if (result.isEmpty() || (!isAsked && !isDue)) {
            return false;
        }
        if (isAsked && run.run().isHeld() && run.isAlike()) {
            throw held(run);
        }
        if (!run.run().isFinished() || isRefuted(run) || !isFitting(run, isAsked)) {
            return false;
        }
        if (isAsked) {
            return true;
        }
        throw new TuningConfigurationException(setup.method().shortName() + ": "
                + result.get().reason(refuted, "what run " + number(run) + " has found")
                + "; search again with "
                + setup.settings().option(Setting.RESUME) + "=never, or accept it:\n"
                + AcceptedResult.command(setup, commands, number(run)));
    }

    /** Returns how what a run has found is accepted that has nothing left to search, where that is asked for and {@link #isSo} refuses it; empty if it is not, or nothing was found. */
    Optional<String> advice(Continuation run) {
        boolean isAsked = result.isPresent() && setup.settings().isAccepting();
        return Optional.of(run)
                .filter(any -> isAsked && run.hasResult())
                .map(any -> (isRefuted(run)
                                ? "; a re-test has found since that it is not what it was, so that it is accepted, if at all, by runs that are made now:\n"
                                : "; what it has found is accepted, whatever it was set to, with\n")
                        + AcceptedResult.command(setup, commands, number(run)));
    }

    /** Whether a run has found what the test would find; if that has to be accepted first of all, any result of it since will do, as whoever is told of it decides. */
    private boolean isFitting(Continuation run, boolean isAsked) {
        try {
            boolean isWhole = (!isAsked && refuted.isPresent())
                    ? obstacles(run).isEmpty()
                    : isDone(run) && run.done().isPresent();
            return isWhole && run.hasResult();
        } catch (StorageException e) {
            // What is damaged in one run is to keep nobody from the next one.
            return false;
        }
    }

    private boolean isRefuted(Continuation run) {
        return refuted.filter(found -> !run.run().header().createdAt().isAfter(found.since()))
                .isPresent();
    }

    /** Returns whether a run that came to its end was the same with as many trials, so that nobody waits for an older one. */
    boolean isDone(Continuation run) {
        return run.trials().orElse(spec.trials()) == spec.trials()
                && run.isAlike()
                && run.differences().isEmpty();
    }

    private static int number(Continuation run) {
        RunId id = run.run().id();
        return id.number();
    }
}
