// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.study;

import dev.hpo.junit.TuningConfigurationException;
import dev.hpo.junit.launch.Console;
import dev.hpo.junit.setting.Resume;
import dev.hpo.junit.setting.Setting;
import dev.hpo.space.Space;
import dev.hpo.storage.RunId;
import dev.hpo.storage.StorageException;
import dev.hpo.study.Continuation;
import dev.hpo.study.Mode;
import dev.hpo.study.Repetition;
import dev.hpo.study.Study;
import dev.hpo.study.StudyException;
import dev.hpo.study.StudySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Decides whether a test goes on with a run that its study has, or begins one, and says so. */
final class Opening {

    private static final String SAME =
            "the classes of the test and of its configuration are the same; others are not compared";

    private final StudySetup setup;
    private final StudySpec spec;
    private final String test;
    private final Acceptable acceptable;

    /** The number of the last run that was there before. */
    private int newest;

    /**
     * Creates an opening.
     *
     * @param spec what the study is, with all it begins with and where it is kept
     * @param acceptable says which runs need not search any more
     */
    Opening(StudySetup setup, StudySpec spec, Acceptable acceptable) {
        this.setup = setup;
        this.spec = spec;
        this.acceptable = acceptable;
        this.test = setup.method().shortName();
    }

    /**
     * Opens the study.
     *
     * @throws TuningConfigurationException if the run that is asked for cannot go on
     */
    Opened open() {
        if (acceptable.run().isPresent()) {
            return accepted(acceptable.run().getAsInt());
        }
        if (spec.mode() == Mode.JOINED) {
            return join();
        }
        Resume resume = setup.settings().resume();
        if (resume instanceof Resume.Run asked) {
            return asked(asked.number());
        }
        if (resume instanceof Resume.Never) {
            return begin(List.of());
        }
        return resume instanceof Resume.Always
                ? Continuation.of(space(), spec).map(this::afterLast).orElseGet(() -> begin(List.of()))
                : afterAll(Continuation.all(space(), spec));
    }

    /** Goes on with a run whose result is to be accepted, whatever it was set to. */
    private Opened accepted(int number) {
        List<Continuation> all = Continuation.all(space(), spec);
        newest = newest(all);
        Continuation found = acceptable.find(number, all);
        return ended(found).orElseThrow(() -> acceptable.held(found));
    }

    /** Takes part in a run that others have in hand, or have left, or begins one that they can take part in. */
    private Opened join() {
        Optional<Opened> ended = Continuation.of(space(), spec)
                .filter(last -> !last.run().isHeld() && acceptable.isSo(last))
                .flatMap(this::ended);
        return ended.orElseGet(this::joined);
    }

    private Opened joined() {
        setup.makeRoom();
        Study<Object> study = Study.open(space(), spec);
        int begun = study.history().counted();
        say(
                study,
                "shared with all processes that run this test with " + Setting.JOIN.option(),
                begun == 0 ? List.of() : List.of("it has " + begun + (begun == 1 ? " trial" : " trials") + " by now"));
        return new Opened(study, List.of(), true);
    }

    /** Goes on with the last run whatever its settings were, or begins one. */
    private Opened afterLast(Continuation last) {
        try {
            if (acceptable.isSo(last)) {
                return ended(last).orElseThrow(() -> acceptable.held(last));
            }
            if (last.run().isFinished() && !isExtended(last)) {
                return begin(List.of());
            }
        } catch (StorageException e) {
            return begin(damage(last, e));
        }
        Attempt attempt = attempt(last, true);
        return attempt.opened().orElseGet(() -> begin(attempt.reasons()));
    }

    /**
     * Goes on with the newest run that was interrupted and is the same, unless a later one that is the same came to its end; or begins one.
     * Runs of other settings, and of the same test in another place, may have come between.
     */
    private Opened afterAll(List<Continuation> all) {
        newest = newest(all);
        List<String> reasons = List.of();
        for (int index = all.size() - 1; index >= 0; index--) {
            Continuation earlier = all.get(index);
            if (acceptable.isSo(earlier)) {
                return ended(earlier).orElseThrow(() -> acceptable.held(earlier));
            }
            if (earlier.run().isFinished()) {
                if (acceptable.isDone(earlier)) {
                    break;
                }
                continue;
            }
            boolean isNewest = index == all.size() - 1;
            if (!isNewest && !earlier.isAlike()) {
                // Its differences are told to nobody, and looking for all of them takes time.
                continue;
            }
            Attempt attempt = attempt(earlier, false);
            if (attempt.opened().isPresent()) {
                return attempt.opened().get();
            }
            if (attempt.isEnough()) {
                return begin(attempt.reasons());
            }
            if (isNewest) {
                reasons = attempt.reasons();
            }
        }
        return begin(reasons);
    }

    /**
     * Goes on with a run, if that can be.
     *
     * @param isAny whether it may have had other settings
     */
    private Attempt attempt(Continuation left, boolean isAny) {
        if (left.run().isHeld()) {
            return Attempt.refused(inUse(left));
        }
        try {
            List<String> differences = left.differences();
            if (isAny ? !left.obstacles().isEmpty() : !differences.isEmpty()) {
                return Attempt.refused(refusal(left, differences));
            }
            Optional<List<String>> tooFew = tooFew(left);
            if (tooFew.isPresent()) {
                return new Attempt(Optional.empty(), tooFew.get(), true);
            }
            Optional<String> gone = left.run().isFinished() ? left.gone() : Optional.empty();
            if (gone.isPresent()) {
                return Attempt.refused(List.of("a new run, as " + name(left) + " cannot have more: " + gone.get()));
            }
            return goOn(left, differences).map(Attempt::of).orElseGet(() -> Attempt.refused(inUse(left)));
        } catch (StorageException e) {
            // What is damaged in one run is to keep nobody from the next one.
            return Attempt.refused(damage(left, e));
        }
    }

    /** Whether a run that has come to its end may have more than it had. */
    private static boolean isExtended(Continuation last) {
        return last.obstacles().isEmpty() && last.done().isEmpty();
    }

    /** A run that only waits for more trials than there are to be now is not ended by that: it is a try of a few that is meant. */
    private Optional<List<String>> tooFew(Continuation left) {
        if (left.trials().orElse(0) == spec.trials()) {
            return Optional.empty();
        }
        int ended = left.ended();
        if (ended < spec.trials()) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        reasons.add("a new run, as trials (" + spec.trials() + ") is " + (ended == spec.trials() ? "no more" : "less")
                + " than the " + ended + " that " + name(left) + " has");
        left.trials().stream()
                .filter(SearchBudget::isLimited)
                .forEach(trials -> reasons.add(
                        "trials was " + trials + " there; with more than " + ended + " " + name(left) + " goes on"));
        return Optional.of(reasons);
    }

    private Opened asked(int number) {
        String what = Setting.RESUME.key() + " (" + number + ") must ";
        String or = ", or begin a new run with " + Setting.RESUME.option() + "=never.";
        List<Continuation> all = Continuation.all(space(), spec);
        newest = newest(all);
        Continuation asked = all.stream()
                .filter(candidate -> candidate.run().id().number() == number)
                .findFirst()
                .orElseThrow(() -> notThere(number, what, or, all));
        if (!asked.obstacles().isEmpty()) {
            throw new TuningConfigurationException(what + "be a run that can go on as " + test + " is now, but "
                    + String.join("; ", asked.obstacles()) + "; undo that" + or);
        }
        String held = what + "be a run that is not in use, but a process that lives goes on with it; end that one" + or;
        if (asked.run().isHeld()) {
            throw new TuningConfigurationException(held);
        }
        try {
            Optional<String> done = asked.run().isFinished() ? asked.done() : Optional.empty();
            if (acceptable.isSo(asked)) {
                return ended(asked).orElseThrow(() -> acceptable.held(asked));
            }
            if (done.isPresent()) {
                acceptable.advice(asked).ifPresent(advice -> {
                    throw new TuningConfigurationException(
                            what + "be a run with something left to do, but " + done.get() + advice);
                });
                throw new TuningConfigurationException(
                        what + "be a run with something left to do, but " + done.get() + more() + or);
            }
            Optional<String> gone = asked.run().isFinished() ? asked.gone() : Optional.empty();
            if (gone.isPresent()) {
                throw new TuningConfigurationException(what + "be a run that can have more, but " + gone.get() + or);
            }
            return goOn(asked, asked.differences()).orElseThrow(() -> new TuningConfigurationException(held));
        } catch (StorageException e) {
            throw new TuningConfigurationException(
                    what + "be a run that can be read, but " + setup.told(String.valueOf(e.getMessage())) + "; restore "
                            + setup.journal() + or,
                    e);
        }
    }

    private TuningConfigurationException notThere(int number, String what, String or, List<Continuation> all) {
        return new TuningConfigurationException(setup.moved(number)
                .map(file -> what + "be a run in " + setup.journal() + ", but was moved to " + file
                        + ", which can be read and replayed and does not go on" + or)
                .orElseGet(() -> what + "be a stored run of " + test + "; " + known(all)));
    }

    /** Members that are done have only the winner's checkpoint left, from which no further segment could set out. */
    private String more() {
        Setting budget = isOfTrainings() ? Setting.TRAININGS : Setting.TRIALS;
        return setup.raised().isPresent()
                ? ""
                : "; give it more with " + setup.settings().option(budget) + "=N, say";
    }

    private boolean isOfTrainings() {
        return spec.budget().trainings().isPresent();
    }

    private String known(List<Continuation> all) {
        if (!setup.isKept()) {
            return "leave out " + Setting.STORAGE.key() + "=memory, which keeps none.";
        }
        String numbers =
                all.stream().map(run -> String.valueOf(run.run().id().number())).collect(Collectors.joining(", "));
        return setup.journal() + (all.isEmpty() ? " has none, so leave it out." : " has " + numbers + ".");
    }

    /**
     * Goes on with a run that has come to its end, which searches no more.
     *
     * @return empty if another process is doing so meanwhile
     */
    private Optional<Opened> ended(Continuation left) {
        RunId run = left.run().id();
        return held(run, () -> Repetition.reopen(space(), spec, run)).map(study -> {
            String stood = Interruption.text(left.run(), study.history(), study.budget());
            boolean isSame = left.run().header().basis().code().equals(spec.code());
            String code = isSame ? SAME : "the classes of the test or of its configuration have changed since";
            say(study, "continued " + stood, isSame ? List.of() : List.of(code));
            return new Opened(study, List.of(stood, code), study.run() >= newest);
        });
    }

    /** Opens a run again; empty if another process is doing so meanwhile. */
    private Optional<Study<Object>> held(RunId run, Supplier<Study<Object>> opening) {
        try {
            return Optional.of(opening.get());
        } catch (StudyException e) {
            boolean isTaken = Continuation.all(space(), spec).stream()
                    .map(Continuation::run)
                    .anyMatch(each -> each.id().equals(run) && each.isHeld());
            if (isTaken) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Goes on with a run.
     *
     * @param differences what of it is not as it was
     * @return empty if another process is doing so meanwhile
     */
    private Optional<Opened> goOn(Continuation left, List<String> differences) {
        RunId run = left.run().id();
        return held(run, () -> Study.resume(space(), Raised.nudgedFromNow(spec, run, space()), run))
                .map(study -> opened(left, study, differences));
    }

    private Opened opened(Continuation left, Study<Object> study, List<String> differences) {
        List<String> continued =
                new ArrayList<>(List.of(Interruption.text(left.run(), study.history(), study.budget())));
        if (differences.isEmpty()) {
            continued.add(SAME);
        } else {
            continued.add("under other settings than before, so that it does not repeat:");
            differences.forEach(difference -> continued.add("  " + difference));
        }
        List<String> told = new ArrayList<>(differences.isEmpty() ? List.of() : continued.subList(1, continued.size()));
        left.trials().stream()
                .filter(trials -> trials != spec.trials() && !isOfTrainings() && SearchBudget.isLimited(trials))
                .filter(trials -> SearchBudget.isLimited(spec.trials()))
                .forEach(trials -> told.add("trials (" + spec.trials() + ") was " + trials));
        say(study, "continued " + continued.get(0), told);
        return new Opened(study, continued, study.run() >= newest);
    }

    /**
     * Begins a new run.
     *
     * @param reasons why it does not go on with the last one, if that is worth a word
     */
    private Opened begin(List<String> reasons) {
        setup.makeRoom();
        Study<Object> study = Study.open(space(), spec);
        if (!reasons.isEmpty()) {
            say(study, reasons.get(0), reasons.subList(1, reasons.size()));
        }
        return new Opened(study, List.of(), true);
    }

    private static int newest(List<Continuation> all) {
        return all.isEmpty() ? 0 : all.get(all.size() - 1).run().id().number();
    }

    private void say(Study<Object> study, String first, List<String> others) {
        Console.print("hpo: " + test + ", run " + study.run() + ": " + first
                + others.stream().map(line -> "\n       " + line).collect(Collectors.joining()));
    }

    private static List<String> inUse(Continuation last) {
        return List.of("a new run, as a process that lives goes on with " + name(last));
    }

    private List<String> damage(Continuation last, StorageException e) {
        return List.of("a new run, as " + name(last) + " cannot go on: " + setup.told(String.valueOf(e.getMessage())));
    }

    private List<String> refusal(Continuation last, List<String> differences) {
        List<String> reasons = new ArrayList<>();
        reasons.add("a new run, as " + name(last) + " (interrupted: " + Interruption.reason(last.run()) + ") differs");
        reasons.addAll(differences);
        String option =
                setup.settings().option(Setting.RESUME) + "=" + last.run().id().number();
        reasons.add(
                last.obstacles().isEmpty()
                        ? option + " goes on with " + name(last) + " all the same"
                        : option + " goes on with " + name(last) + " once that is undone");
        return reasons;
    }

    private static String name(Continuation of) {
        return "run " + of.run().id().number();
    }

    private Space<Object> space() {
        return setup.space();
    }
}
